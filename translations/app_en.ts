<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>tessera::ui</name>
    <message numerus="yes">
        <source>Measured on %n test input(s).</source>
        <translation>
            <numerusform>Measured on %n test input.</numerusform>
            <numerusform>Measured on %n test inputs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s): %1</source>
        <translation>
            <numerusform>%n number: %1</numerusform>
            <numerusform>%n numbers: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) selected; the accuracy of %1 was measured.</source>
        <translation>
            <numerusform>%n run selected; the accuracy of %1 was measured.</numerusform>
            <numerusform>%n runs selected; the accuracy of %1 was measured.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) selected: mean accuracy %1, from %2 to %3.</source>
        <translation>
            <numerusform>%n run selected: mean accuracy %1, from %2 to %3.</numerusform>
            <numerusform>%n runs selected: mean accuracy %1, from %2 to %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 against %2: %3; %n pair(s).</source>
        <comment>method, rival, finding</comment>
        <translation>
            <numerusform>%1 against %2: %3; %n pair.</numerusform>
            <numerusform>%1 against %2: %3; %n pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n method(s)</source>
        <translation>
            <numerusform>%n method</numerusform>
            <numerusform>%n methods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::ActivationPlot</name>
    <message numerus="yes">
        <source>%1: %n unit(s), %2.</source>
        <translation>
            <numerusform>%1: %n unit, %2.</numerusform>
            <numerusform>%1: %n units, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Activations of %n sample(s).</source>
        <translation>
            <numerusform>Activations of %n sample.</numerusform>
            <numerusform>Activations of %n samples.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::BoxPlot</name>
    <message numerus="yes">
        <source>%n group(s) have too few runs for a box: points only; n = 1 has no interval over seeds</source>
        <translation>
            <numerusform>%n group has too few runs for a box: points only; n = 1 has no interval over seeds</numerusform>
            <numerusform>%n groups have too few runs for a box: points only; n = 1 has no interval over seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n group(s).</source>
        <translation>
            <numerusform>%1 of %n group.</numerusform>
            <numerusform>%1 of %n groups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::Compare</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are in no group:</source>
        <translation>
            <numerusform>%n run is in no group:</numerusform>
            <numerusform>%n runs are in no group:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more: their states are in the table.</source>
        <translation>
            <numerusform>And %n more: its state is in the table.</numerusform>
            <numerusform>And %n more: their states are in the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n run(s) without this value</source>
        <translation>
            <numerusform>%1; %n run without this value</numerusform>
            <numerusform>%1; %n runs without this value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more comparison(s): see the table.</source>
        <translation>
            <numerusform>And %n more comparison: see the table.</numerusform>
            <numerusform>And %n more comparisons: see the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::CurvePlot</name>
    <message numerus="yes">
        <source>N = %n run(s).</source>
        <translation>
            <numerusform>N = %n run.</numerusform>
            <numerusform>N = %n runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::DataFacts</name>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::DistributionPlot</name>
    <message numerus="yes">
        <source>%1, %n chosen sample(s)</source>
        <translation>
            <numerusform>%1, %n chosen sample</numerusform>
            <numerusform>%1, %n chosen samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n chosen sample(s): activations from %2 to %3, mean %4, standard deviation %5.</source>
        <translation>
            <numerusform>%1, %n chosen sample: activations from %2 to %3, mean %4, standard deviation %5.</numerusform>
            <numerusform>%1, %n chosen samples: activations from %2 to %3, mean %4, standard deviation %5.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::DriftStripPlot</name>
    <message numerus="yes">
        <source>Of the first of %n run(s): %1.</source>
        <translation>
            <numerusform>Of the first of %n run: %1.</numerusform>
            <numerusform>Of the first of %n runs: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::ExportController</name>
    <message numerus="yes">
        <source>%n file(s) that belong to the figure are there already: %1. Replace them?</source>
        <translation>
            <numerusform>%n file that belongs to the figure is there already: %1. Replace it?</numerusform>
            <numerusform>%n files that belong to the figure are there already: %1. Replace them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::FeatureMapPlot</name>
    <message numerus="yes">
        <source>%n map(s), one for each channel.</source>
        <translation>
            <numerusform>%n map, one for each channel.</numerusform>
            <numerusform>%n maps, one for each channel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n head(s): a row tells how a position looks at all positions.</source>
        <translation>
            <numerusform>%n head: a row tells how a position looks at all positions.</numerusform>
            <numerusform>%n heads: a row tells how a position looks at all positions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::FigureCaption</name>
    <message numerus="yes">
        <source>seed(s) %1</source>
        <translation>
            <numerusform>seed %1</numerusform>
            <numerusform>seeds %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>n = %n sample(s)</source>
        <translation>
            <numerusform>n = %n sample</numerusform>
            <numerusform>n = %n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>N = %n run(s)</source>
        <translation>
            <numerusform>N = %n run</numerusform>
            <numerusform>N = %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::HubPlot</name>
    <message numerus="yes">
        <source>%n sample(s) in the hub.</source>
        <translation>
            <numerusform>%n sample in the hub.</numerusform>
            <numerusform>%n samples in the hub.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) are not finite on these axes and not drawn.</source>
        <translation>
            <numerusform>%n point is not finite on these axes and not drawn.</numerusform>
            <numerusform>%n points are not finite on these axes and not drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) are left out: their coordinates are not finite.</source>
        <translation>
            <numerusform>%n sample is left out: its coordinates are not finite.</numerusform>
            <numerusform>%n samples are left out: their coordinates are not finite.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::LayersPlot</name>
    <message numerus="yes">
        <source>under the null (95% of %n permutation(s))</source>
        <translation>
            <numerusform>under the null (95% of %n permutation)</numerusform>
            <numerusform>under the null (95% of %n permutations)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measure: %1, on %n sample(s).</source>
        <translation>
            <numerusform>Measure: %1, on %n sample.</numerusform>
            <numerusform>Measure: %1, on %n samples.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::LineageGraph</name>
    <message numerus="yes">
        <source>A graph of %n node(s).</source>
        <translation>
            <numerusform>A graph of %n node.</numerusform>
            <numerusform>A graph of %n nodes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkCard</name>
    <message numerus="yes">
        <source>%1, trained for %n epoch(s)</source>
        <translation>
            <numerusform>%1, trained for %n epoch</numerusform>
            <numerusform>%1, trained for %n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkFacts</name>
    <message numerus="yes">
        <source>%1 for %Ln reference sample(s)</source>
        <translation>
            <numerusform>%1 for %Ln reference sample</numerusform>
            <numerusform>%1 for %Ln reference samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkText</name>
    <message numerus="yes">
        <source>%Ln parameter(s)</source>
        <translation>
            <numerusform>%Ln parameter</numerusform>
            <numerusform>%Ln parameters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>vectors of %Ln number(s)</source>
        <translation>
            <numerusform>vectors of %Ln number</numerusform>
            <numerusform>vectors of %Ln numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>patches of %Ln pixel(s)</source>
        <translation>
            <numerusform>patches of %Ln pixel</numerusform>
            <numerusform>patches of %Ln pixels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln head(s)</source>
        <translation>
            <numerusform>%Ln head</numerusform>
            <numerusform>%Ln heads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::OperatorList</name>
    <message numerus="yes">
        <source>%Ln operator(s) are refused: they reach outside of the network&apos;s tensors, or are not PyTorch&apos;s own. Export the network without them.</source>
        <translation>
            <numerusform>%Ln operator is refused: it reaches outside of the network&apos;s tensors, or is not PyTorch&apos;s own. Export the network without it.</numerusform>
            <numerusform>%Ln operators are refused: they reach outside of the network&apos;s tensors, or are not PyTorch&apos;s own. Export the network without them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::PairPlot</name>
    <message numerus="yes">
        <source>%1 %n run(s) of it have no partner.</source>
        <translation>
            <numerusform>%1 %n run of it has no partner.</numerusform>
            <numerusform>%1 %n runs of it have no partner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pair(s) of runs. %2</source>
        <translation>
            <numerusform>%1 of %n pair of runs. %2</numerusform>
            <numerusform>%1 of %n pairs of runs. %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::QueueModel</name>
    <message numerus="yes">
        <source>waiting, seed %1, %n epoch(s)</source>
        <translation>
            <numerusform>waiting, seed %1, %n epoch</numerusform>
            <numerusform>waiting, seed %1, %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting, a study of %n run(s)</source>
        <translation>
            <numerusform>waiting, a study of %n run</numerusform>
            <numerusform>waiting, a study of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::RunLibrary</name>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Delete %n run</numerusform>
            <numerusform>Delete %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::SelectionBar</name>
    <message numerus="yes">
        <source>%n of %1 sample(s) chosen</source>
        <translation>
            <numerusform>%n of %1 samples chosen</numerusform>
            <numerusform>%n of %1 samples chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::SpectraPlot</name>
    <message numerus="yes">
        <source>Spectra of layers on %n sample(s), the receiver as it is at step %1.</source>
        <translation>
            <numerusform>Spectra of layers on %n sample, the receiver as it is at step %1.</numerusform>
            <numerusform>Spectra of layers on %n samples, the receiver as it is at step %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::StateList</name>
    <message numerus="yes">
        <source>Missing: %Ln tensor(s)</source>
        <translation>
            <numerusform>Missing: %Ln tensor</numerusform>
            <numerusform>Missing: %Ln tensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unexpected: %Ln tensor(s)</source>
        <translation>
            <numerusform>Unexpected: %Ln tensor</numerusform>
            <numerusform>Unexpected: %Ln tensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of another shape: %Ln tensor(s)</source>
        <translation>
            <numerusform>Of another shape: %Ln tensor</numerusform>
            <numerusform>Of another shape: %Ln tensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The head has %Ln class(es).</source>
        <translation>
            <numerusform>The head has %Ln class.</numerusform>
            <numerusform>The head has %Ln classes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n job(s) running or waiting</source>
        <translation>
            <numerusform>%n job running or waiting</numerusform>
            <numerusform>%n jobs running or waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, kernel %2, %n thread(s)</source>
        <translation>
            <numerusform>%1, kernel %2, %n thread</numerusform>
            <numerusform>%1, kernel %2, %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in %1, %2</source>
        <translation>
            <numerusform>%n run in %1, %2</numerusform>
            <numerusform>%n runs in %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyChart</name>
    <message numerus="yes">
        <source>%1: %2, n = %3, %n pair(s)</source>
        <translation>
            <numerusform>%1: %2, n = %3, %n pair</numerusform>
            <numerusform>%1: %2, n = %3, %n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n run(s) missing</source>
        <translation>
            <numerusform>%1, %n run missing</numerusform>
            <numerusform>%1, %n runs missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyForm</name>
    <message numerus="yes">
        <source>The recipe names %n pair(s) of networks itself.</source>
        <translation>
            <numerusform>The recipe names %n pair of networks itself.</numerusform>
            <numerusform>The recipe names %n pairs of networks itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyResults</name>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n running</numerusform>
            <numerusform>%1, %n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %n run(s) of this study belong to another recipe.</source>
        <translation>
            <numerusform>%1. %n run of this study belongs to another recipe.</numerusform>
            <numerusform>%1. %n runs of this study belong to another recipe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyTableModel</name>
    <message numerus="yes">
        <source>%1, %n failed</source>
        <translation>
            <numerusform>%1, %n failed</numerusform>
            <numerusform>%1, %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenComparePanel</name>
    <message numerus="yes">
        <source>%n field(s) differ.</source>
        <translation>
            <numerusform>%n field differs.</numerusform>
            <numerusform>%n fields differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::UnitPlot</name>
    <message numerus="yes">
        <source>%n unit(s); one sample does not tell which are dead.</source>
        <translation>
            <numerusform>%n unit; one sample does not tell whether it is dead.</numerusform>
            <numerusform>%n units; one sample does not tell which are dead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n unit(s) dead; the layer has no ends to saturate at.</source>
        <translation>
            <numerusform>%1 of %n unit dead; the layer has no ends to saturate at.</numerusform>
            <numerusform>%1 of %n units dead; the layer has no ends to saturate at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n unit(s) dead, %2 saturated.</source>
        <translation>
            <numerusform>%1 of %n unit dead, %2 saturated.</numerusform>
            <numerusform>%1 of %n units dead, %2 saturated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, over %n sample(s).</source>
        <translation>
            <numerusform>%1, over %n sample.</numerusform>
            <numerusform>%1, over %n samples.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::VectorHistogramPlot</name>
    <message numerus="yes">
        <source>%n dimension(s)</source>
        <translation>
            <numerusform>%n dimension</numerusform>
            <numerusform>%n dimensions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::VectorPlot</name>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
</TS>
