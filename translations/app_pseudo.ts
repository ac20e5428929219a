<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>HubColours</name>
        <message>
            <source>source is wrong</source>
            <translation>‏[šöûŕçé îš wŕöñg ~~~~]</translation>
        </message>
        <message>
            <source>receiver is wrong</source>
            <translation>‏[ŕéçéîvéŕ îš wŕöñg ~~~~~]</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>‏[ñöt kñöwñ ~~]</translation>
        </message>
        <message>
            <source>The drift of single samples was not measured: it needs networks with the same classes, and a run made by this version.</source>
            <translation>‏[Thé dŕîft öf šîñglé šámpléš wáš ñöt méášûŕéd: ît ñéédš ñétwöŕkš wîth thé šámé çláššéš, áñd á ŕûñ mádé bý thîš véŕšîöñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>drift not measured</source>
            <translation>‏[dŕîft ñöt méášûŕéd ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>HubDriftKey</name>
        <message>
            <source>drift of the sample (nats)</source>
            <translation>‏[dŕîft öf thé šámplé (ñátš) ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>QGuiApplication</name>
        <message>
            <source>QT_LAYOUT_DIRECTION</source>
            <translation>RTL</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui</name>
        <message>
            <source>Star</source>
            <translation>‏[Štáŕ]</translation>
        </message>
        <message>
            <source>★</source>
            <translation>★</translation>
        </message>
        <message>
            <source>Runs that you have marked with a star.</source>
            <translation>‏[Ŕûñš thát ýöû hávé máŕkéd wîth á štáŕ. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>‏[Ñámé]</translation>
        </message>
        <message>
            <source>The name of the run; F2 changes it.</source>
            <translation>‏[Thé ñámé öf thé ŕûñ; F2 çháñgéš ît. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>State</source>
            <translation>‏[Štáté]</translation>
        </message>
        <message>
            <source>Whether the run is going on, and how it ended.</source>
            <translation>‏[Whéthéŕ thé ŕûñ îš göîñg öñ, áñd höw ît éñdéd. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>‏[Åççûŕáçý ~~]</translation>
        </message>
        <message>
            <source>Accuracy (%)</source>
            <translation>‏[Åççûŕáçý (%) ~~~]</translation>
        </message>
        <message>
            <source>Accuracy of the receiver on the test set after the transfer.</source>
            <translation>‏[Åççûŕáçý öf thé ŕéçéîvéŕ öñ thé téšt šét áftéŕ thé tŕáñšféŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>95% interval</source>
            <translation>‏[95% îñtéŕvál ~~~]</translation>
        </message>
        <message>
            <source>95% interval (%)</source>
            <translation>‏[95% îñtéŕvál (%) ~~~~~]</translation>
        </message>
        <message>
            <source>Wilson's 95% interval of the accuracy.</source>
            <translation>‏[Wîlšöñ'š 95% îñtéŕvál öf thé áççûŕáçý. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>‏[Ågŕééméñt ~~]</translation>
        </message>
        <message>
            <source>Agreement (%)</source>
            <translation>‏[Ågŕééméñt (%) ~~~~]</translation>
        </message>
        <message>
            <source>Share of the test set for which receiver and source say the same.</source>
            <translation>‏[Šháŕé öf thé téšt šét föŕ whîçh ŕéçéîvéŕ áñd šöûŕçé šáý thé šámé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Output drift</source>
            <translation>‏[Öûtpût dŕîft ~~~]</translation>
        </message>
        <message>
            <source>Output drift (nats)</source>
            <translation>‏[Öûtpût dŕîft (ñátš) ~~~~~~]</translation>
        </message>
        <message>
            <source>Divergence of the receiver's answers from the source's at the end.</source>
            <translation>‏[Dîvéŕgéñçé öf thé ŕéçéîvéŕ'š áñšwéŕš fŕöm thé šöûŕçé'š át thé éñd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>‏[Ŕéçövéŕý ~~]</translation>
        </message>
        <message>
            <source>What the receiver gained, as a share of its distance to the source.</source>
            <translation>‏[Whát thé ŕéçéîvéŕ gáîñéd, áš á šháŕé öf îtš dîštáñçé tö thé šöûŕçé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>‏[Šöûŕçé ~]</translation>
        </message>
        <message>
            <source>The network that teaches.</source>
            <translation>‏[Thé ñétwöŕk thát téáçhéš. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>‏[Ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>The network that learns.</source>
            <translation>‏[Thé ñétwöŕk thát léáŕñš. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>‏[Tîmé]</translation>
        </message>
        <message>
            <source>Time (s)</source>
            <translation>‏[Tîmé (š) ~~]</translation>
        </message>
        <message>
            <source>Time of the transfer, without training the source and without controls.</source>
            <translation>‏[Tîmé öf thé tŕáñšféŕ, wîthöût tŕáîñîñg thé šöûŕçé áñd wîthöût çöñtŕölš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>‏[Štáŕtéd ~]</translation>
        </message>
        <message>
            <source>When the run began, in your time zone.</source>
            <translation>‏[Whéñ thé ŕûñ bégáñ, îñ ýöûŕ tîmé žöñé. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>‏[Šééd]</translation>
        </message>
        <message>
            <source>The number that all random choices of the run come from.</source>
            <translation>‏[Thé ñûmbéŕ thát áll ŕáñdöm çhöîçéš öf thé ŕûñ çömé fŕöm. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>‏[Tágš]</translation>
        </message>
        <message>
            <source>Words to find the run by, with commas between them.</source>
            <translation>‏[Wöŕdš tö fîñd thé ŕûñ bý, wîth çömmáš bétwééñ thém. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>‏[Ñöté]</translation>
        </message>
        <message>
            <source>What you want to remember about the run.</source>
            <translation>‏[Whát ýöû wáñt tö ŕémémbéŕ áböût thé ŕûñ. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Prepare</source>
            <translation>‏[Pŕépáŕé ~]</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>‏[Fîñgéŕpŕîñt ~~~]</translation>
        </message>
        <message>
            <source>Collect</source>
            <translation>‏[Çölléçt ~]</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>‏[Hûb]</translation>
        </message>
        <message>
            <source>Encode/decode</source>
            <translation>‏[Éñçödé/déçödé ~~~~]</translation>
        </message>
        <message>
            <source>Fine-tune</source>
            <translation>‏[Fîñé-tûñé ~~]</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>‏[Méášûŕé ~]</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>‏[Páçkágé ~]</translation>
        </message>
        <message>
            <source>Controls</source>
            <translation>‏[Çöñtŕölš ~~]</translation>
        </message>
        <message>
            <source>queued</source>
            <translation>‏[qûéûéd ~]</translation>
        </message>
        <message>
            <source>running</source>
            <translation>‏[ŕûññîñg ~]</translation>
        </message>
        <message>
            <source>cancelling</source>
            <translation>‏[çáñçéllîñg ~~]</translation>
        </message>
        <message>
            <source>done</source>
            <translation>‏[döñé]</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>‏[çáñçélléd ~~]</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>‏[fáîléd ~]</translation>
        </message>
        <message>
            <source>interrupted</source>
            <translation>‏[îñtéŕŕûptéd ~~~]</translation>
        </message>
        <message>
            <source>Untrained source</source>
            <translation>‏[Ûñtŕáîñéd šöûŕçé ~~~~~]</translation>
        </message>
        <message>
            <source>Shuffled targets</source>
            <translation>‏[Šhûffléd táŕgétš ~~~~~]</translation>
        </message>
        <message>
            <source>Readout only</source>
            <translation>‏[Ŕéádöût öñlý ~~~]</translation>
        </message>
        <message>
            <source>A: activation</source>
            <translation>‏[Å: áçtîvátîöñ ~~~~]</translation>
        </message>
        <message>
            <source>Orthogonal</source>
            <translation>‏[Öŕthögöñál ~~]</translation>
        </message>
        <message>
            <source>Transformer</source>
            <translation>‏[Tŕáñšföŕméŕ ~~~]</translation>
        </message>
        <message>
            <source>MLP</source>
            <translation>‏[MLP]</translation>
        </message>
        <message>
            <source>Convolution</source>
            <translation>‏[Çöñvölûtîöñ ~~~]</translation>
        </message>
        <message>
            <source>LSTM</source>
            <translation>‏[LŠTM]</translation>
        </message>
        <message>
            <source>Agreement with the source</source>
            <translation>‏[Ågŕééméñt wîth thé šöûŕçé ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Hub error</source>
            <translation>‏[Hûb éŕŕöŕ ~~]</translation>
        </message>
        <message>
            <source>Hub drift</source>
            <translation>‏[Hûb dŕîft ~~]</translation>
        </message>
        <message>
            <source>Layer drift</source>
            <translation>‏[Láýéŕ dŕîft ~~~]</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>‏[Löšš]</translation>
        </message>
        <message>
            <source>Activation part</source>
            <translation>‏[Åçtîvátîöñ páŕt ~~~~]</translation>
        </message>
        <message>
            <source>Behaviour part</source>
            <translation>‏[Béhávîöûŕ páŕt ~~~~]</translation>
        </message>
        <message>
            <source>Loss per batch</source>
            <translation>‏[Löšš péŕ bátçh ~~~~]</translation>
        </message>
        <message>
            <source>nats</source>
            <translation>‏[ñátš]</translation>
        </message>
        <message>
            <source>relative</source>
            <translation>‏[ŕélátîvé ~~]</translation>
        </message>
        <message>
            <source>This cannot be done with these settings.</source>
            <translation>‏[Thîš çáññöt bé döñé wîth théšé šéttîñgš. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Something that is needed was not found.</source>
            <translation>‏[Šöméthîñg thát îš ñéédéd wáš ñöt föûñd. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The file is damaged and cannot be read.</source>
            <translation>‏[Thé fîlé îš dámágéd áñd çáññöt bé ŕéád. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>This program cannot read or do this.</source>
            <translation>‏[Thîš pŕögŕám çáññöt ŕéád öŕ dö thîš. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The system refused to read or write a file. Is the disk full, or the folder protected?</source>
            <translation>‏[Thé šýštém ŕéfûšéd tö ŕéád öŕ wŕîté á fîlé. Îš thé dîšk fûll, öŕ thé földéŕ pŕötéçtéd? ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>There is not enough memory for this.</source>
            <translation>‏[Théŕé îš ñöt éñöûgh mémöŕý föŕ thîš. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The computing device failed.</source>
            <translation>‏[Thé çömpûtîñg dévîçé fáîléd. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Something went wrong inside the program. Please report it with the details.</source>
            <translation>‏[Šöméthîñg wéñt wŕöñg îñšîdé thé pŕögŕám. Pléášé ŕépöŕt ît wîth thé détáîlš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Learning diverged: its numbers grew beyond all bounds. Try a lower learning rate.</source>
            <translation>‏[Léáŕñîñg dîvéŕgéd: îtš ñûmbéŕš gŕéw béýöñd áll böûñdš. Tŕý á löwéŕ léáŕñîñg ŕáté. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>‏[Wáŕñîñg ~]</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>‏[Éŕŕöŕ]</translation>
        </message>
        <message>
            <source>The accuracy was not measured.</source>
            <translation>‏[Thé áççûŕáçý wáš ñöt méášûŕéd. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>%1, 95% interval %2 to %3.</source>
            <translation>‏[%1, 95% îñtéŕvál %2 tö %3. ~~~~~~ ~~]</translation>
        </message>
        <message numerus="yes">
            <source>Measured on %n test input(s).</source>
            <translation>
                <numerusform>‏[Méášûŕéd öñ %n téšt îñpût(š). ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[Méášûŕéd öñ %n téšt îñpût(š). ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Starred. Click to take the star away.</source>
            <translation>‏[Štáŕŕéd. Çlîçk tö táké thé štáŕ áwáý. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Click to give the run a star.</source>
            <translation>‏[Çlîçk tö gîvé thé ŕûñ á štáŕ. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>starred</source>
            <translation>‏[štáŕŕéd ~]</translation>
        </message>
        <message>
            <source>without a star</source>
            <translation>‏[wîthöût á štáŕ ~~~~]</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>‏[ñöt méášûŕéd ~~~]</translation>
        </message>
        <message>
            <source>Remove star</source>
            <translation>‏[Ŕémövé štáŕ ~~~]</translation>
        </message>
        <message>
            <source>Add star</source>
            <translation>‏[Ådd štáŕ ~~]</translation>
        </message>
        <message>
            <source>Rename run</source>
            <translation>‏[Ŕéñámé ŕûñ ~~]</translation>
        </message>
        <message>
            <source>Edit tags</source>
            <translation>‏[Édît tágš ~~]</translation>
        </message>
        <message>
            <source>Edit note</source>
            <translation>‏[Édît ñöté ~~]</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>‏[ýéš]</translation>
        </message>
        <message>
            <source>no</source>
            <translation>‏[ñö]</translation>
        </message>
        <message>
            <source>good (CRC-32C)</source>
            <translation>‏[gööd (ÇŔÇ-32Ç) ~~~~]</translation>
        </message>
        <message>
            <source>The bytes are as they were written.</source>
            <translation>‏[Thé býtéš áŕé áš théý wéŕé wŕîttéñ. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>good (CRC-32)</source>
            <translation>‏[gööd (ÇŔÇ-32) ~~~~]</translation>
        </message>
        <message>
            <source>The bytes are as they were written; the program that wrote them lacked the usual checksum.</source>
            <translation>‏[Thé býtéš áŕé áš théý wéŕé wŕîttéñ; thé pŕögŕám thát wŕöté thém láçkéd thé ûšûál çhéçkšûm. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>bad</source>
            <translation>‏[bád]</translation>
        </message>
        <message>
            <source>The bytes were changed or damaged.</source>
            <translation>‏[Thé býtéš wéŕé çháñgéd öŕ dámágéd. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Seal (HMAC)</source>
            <translation>‏[Šéál (HMÅÇ) ~~~]</translation>
        </message>
        <message>
            <source>valid</source>
            <translation>‏[válîd]</translation>
        </message>
        <message>
            <source>Nobody without the key has changed the token.</source>
            <translation>‏[Ñöbödý wîthöût thé kéý háš çháñgéd thé tökéñ. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>invalid</source>
            <translation>‏[îñválîd ~]</translation>
        </message>
        <message>
            <source>The token was changed, or the key is another one.</source>
            <translation>‏[Thé tökéñ wáš çháñgéd, öŕ thé kéý îš áñöthéŕ öñé. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>absent</source>
            <translation>‏[ábšéñt ~]</translation>
        </message>
        <message>
            <source>Anybody could have changed the token and its checksums.</source>
            <translation>‏[Åñýbödý çöûld hávé çháñgéd thé tökéñ áñd îtš çhéçkšûmš. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>not checked</source>
            <translation>‏[ñöt çhéçkéd ~~~]</translation>
        </message>
        <message>
            <source>There is a seal, but no key was given to check it with.</source>
            <translation>‏[Théŕé îš á šéál, bût ñö kéý wáš gîvéñ tö çhéçk ît wîth. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>‏[Çhéçkš ~]</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>‏[Héádéŕ ~]</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>‏[Çöñtéñtš ~~]</translation>
        </message>
        <message>
            <source>Missing fields</source>
            <translation>‏[Mîššîñg fîéldš ~~~~]</translation>
        </message>
        <message>
            <source>The file lacks these; they stand at their defaults.</source>
            <translation>‏[Thé fîlé láçkš théšé; théý štáñd át théîŕ défáûltš. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>File</source>
            <translation>‏[Fîlé]</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>‏[Föŕmát ~]</translation>
        </message>
        <message>
            <source>Kind and version of the file.</source>
            <translation>‏[Kîñd áñd véŕšîöñ öf thé fîlé. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>‏[Ñûmbéŕš ~]</translation>
        </message>
        <message>
            <source>How the vector's numbers are stored.</source>
            <translation>‏[Höw thé véçtöŕ'š ñûmbéŕš áŕé štöŕéd. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>‏[Šîžé]</translation>
        </message>
        <message>
            <source>Of the whole file.</source>
            <translation>‏[Öf thé whölé fîlé. ~~~~~~]</translation>
        </message>
        <message>
            <source>Metadata</source>
            <translation>‏[Métádátá ~~]</translation>
        </message>
        <message>
            <source>Of all fields but the vector.</source>
            <translation>‏[Öf áll fîéldš bût thé véçtöŕ. ~~~~~~ ~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n number(s): %1</source>
            <translation>
                <numerusform>‏[%n ñûmbéŕ(š): %1 ~~~~~]</numerusform>
                <numerusform>‏[%n ñûmbéŕ(š): %1 ~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Token</source>
            <translation>‏[Tökéñ]</translation>
        </message>
        <message>
            <source>Knowledge</source>
            <translation>‏[Kñöwlédgé ~~]</translation>
        </message>
        <message>
            <source>What was handed over.</source>
            <translation>‏[Whát wáš háñdéd övéŕ. ~~~~~~]</translation>
        </message>
        <message>
            <source>The network that taught.</source>
            <translation>‏[Thé ñétwöŕk thát táûght. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>any</source>
            <translation>‏[áñý]</translation>
        </message>
        <message>
            <source>The network that learned.</source>
            <translation>‏[Thé ñétwöŕk thát léáŕñéd. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Drift</source>
            <translation>‏[Dŕîft]</translation>
        </message>
        <message>
            <source>Divergence of the receiver's answers from the source's, in nats.</source>
            <translation>‏[Dîvéŕgéñçé öf thé ŕéçéîvéŕ'š áñšwéŕš fŕöm thé šöûŕçé'š, îñ ñátš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Vector</source>
            <translation>‏[Véçtöŕ ~]</translation>
        </message>
        <message>
            <source>The mean position of the source's activations in the hub.</source>
            <translation>‏[Thé méáñ pöšîtîöñ öf thé šöûŕçé'š áçtîvátîöñš îñ thé hûb. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>‏[Wéîghtš ~]</translation>
        </message>
        <message>
            <source>How much activations, weights and behaviour counted.</source>
            <translation>‏[Höw mûçh áçtîvátîöñš, wéîghtš áñd béhávîöûŕ çöûñtéd. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Epsilon</source>
            <translation>‏[Épšîlöñ ~]</translation>
        </message>
        <message>
            <source>Privacy budget of the vector; infinite: no noise was added.</source>
            <translation>‏[Pŕîváçý bûdgét öf thé véçtöŕ; îñfîñîté: ñö ñöîšé wáš áddéd. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Delta</source>
            <translation>‏[Déltá]</translation>
        </message>
        <message>
            <source>Chance that the privacy budget does not hold.</source>
            <translation>‏[Çháñçé thát thé pŕîváçý bûdgét döéš ñöt höld. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Generation</source>
            <translation>‏[Géñéŕátîöñ ~~]</translation>
        </message>
        <message>
            <source>How many transfers lie between the first network and this token.</source>
            <translation>‏[Höw máñý tŕáñšféŕš lîé bétwééñ thé fîŕšt ñétwöŕk áñd thîš tökéñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>‏[Wŕîttéñ ~]</translation>
        </message>
        <message>
            <source>When the token was packed.</source>
            <translation>‏[Whéñ thé tökéñ wáš páçkéd. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>‏[Véŕšîöñ ~]</translation>
        </message>
        <message>
            <source>Of the token's fields.</source>
            <translation>‏[Öf thé tökéñ'š fîéldš. ~~~~~~]</translation>
        </message>
        <message>
            <source>Lineage</source>
            <translation>‏[Lîñéágé ~]</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>‏[Tŕáñšféŕ ~~]</translation>
        </message>
        <message>
            <source>Which network taught which, and how.</source>
            <translation>‏[Whîçh ñétwöŕk táûght whîçh, áñd höw. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>the vector</source>
            <translation>‏[thé véçtöŕ ~~]</translation>
        </message>
        <message>
            <source>the drift</source>
            <translation>‏[thé dŕîft ~~]</translation>
        </message>
        <message>
            <source>the matched layers</source>
            <translation>‏[thé mátçhéd láýéŕš ~~~~~~]</translation>
        </message>
        <message>
            <source>the other metadata</source>
            <translation>‏[thé öthéŕ métádátá ~~~~~~]</translation>
        </message>
        <message>
            <source>the receiver</source>
            <translation>‏[thé ŕéçéîvéŕ ~~~]</translation>
        </message>
        <message>
            <source>samples that the source or the encoders were fitted on</source>
            <translation>‏[šámpléš thát thé šöûŕçé öŕ thé éñçödéŕš wéŕé fîttéd öñ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Not covered: %1.</source>
            <translation>‏[Ñöt çövéŕéd: %1. ~~~~~]</translation>
        </message>
        <message>
            <source>one sample of the release set</source>
            <translation>‏[öñé šámplé öf thé ŕéléášé šét ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Matched layers</source>
            <translation>‏[Mátçhéd láýéŕš ~~~~]</translation>
        </message>
        <message>
            <source>How alike source and receiver are in this pair of layers.</source>
            <translation>‏[Höw álîké šöûŕçé áñd ŕéçéîvéŕ áŕé îñ thîš páîŕ öf láýéŕš. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Other metadata</source>
            <translation>‏[Öthéŕ métádátá ~~~~]</translation>
        </message>
        <message>
            <source>Added by the program that wrote the token.</source>
            <translation>‏[Åddéd bý thé pŕögŕám thát wŕöté thé tökéñ. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Unknown fields</source>
            <translation>‏[Ûñkñöwñ fîéldš ~~~~]</translation>
        </message>
        <message>
            <source>Written by a program that knows more than this one.</source>
            <translation>‏[Wŕîttéñ bý á pŕögŕám thát kñöwš möŕé tháñ thîš öñé. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Privacy is off: no noise was added, and the vector tells about the samples that it was made from.</source>
            <translation>‏[Pŕîváçý îš öff: ñö ñöîšé wáš áddéd, áñd thé véçtöŕ téllš áböût thé šámpléš thát ît wáš mádé fŕöm. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The token claims a privacy budget of epsilon %1 and delta %2 for its vector. Whether that holds cannot be seen from the file.</source>
            <translation>‏[Thé tökéñ çláîmš á pŕîváçý bûdgét öf épšîlöñ %1 áñd déltá %2 föŕ îtš véçtöŕ. Whéthéŕ thát höldš çáññöt bé šééñ fŕöm thé fîlé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The vector carries noise, so that it tells little about %1: epsilon %2, delta %3, over %4 samples.</source>
            <translation>‏[Thé véçtöŕ çáŕŕîéš ñöîšé, šö thát ît téllš lîttlé áböût %1: épšîlöñ %2, déltá %3, övéŕ %4 šámpléš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The noise is %1 times as large as the signal (sigma %2).</source>
            <translation>‏[Thé ñöîšé îš %1 tîméš áš láŕgé áš thé šîgñál (šîgmá %2). ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1, mode %2</source>
            <translation>‏[%1, mödé %2 ~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n run(s) selected; the accuracy of %1 was measured.</source>
            <translation>
                <numerusform>‏[%n ŕûñ(š) šéléçtéd; thé áççûŕáçý öf %1 wáš méášûŕéd. ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
                <numerusform>‏[%n ŕûñ(š) šéléçtéd; thé áççûŕáçý öf %1 wáš méášûŕéd. ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n run(s) selected: mean accuracy %1, from %2 to %3.</source>
            <translation>
                <numerusform>‏[%n ŕûñ(š) šéléçtéd: méáñ áççûŕáçý %1, fŕöm %2 tö %3. ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
                <numerusform>‏[%n ŕûñ(š) šéléçtéd: méáñ áççûŕáçý %1, fŕöm %2 tö %3. ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Activations</source>
            <translation>‏[Åçtîvátîöñš ~~~]</translation>
        </message>
        <message>
            <source>Hub space</source>
            <translation>‏[Hûb špáçé ~~]</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>‏[Çûŕvéš ~]</translation>
        </message>
        <message>
            <source>digit %1</source>
            <translation>‏[dîgît %1 ~~]</translation>
        </message>
        <message>
            <source>class %1</source>
            <translation>‏[çlášš %1 ~~]</translation>
        </message>
        <message>
            <source>Accuracy and agreement</source>
            <translation>‏[Åççûŕáçý áñd ágŕééméñt ~~~~~~]</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>‏[Löššéš ~]</translation>
        </message>
        <message>
            <source>Hub drift can rise in a good transfer: it compares the shapes of two clouds, not what the networks answer.</source>
            <translation>‏[Hûb dŕîft çáñ ŕîšé îñ á gööd tŕáñšféŕ: ît çömpáŕéš thé šhápéš öf twö çlöûdš, ñöt whát thé ñétwöŕkš áñšwéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Curves: validation inputs. Whisker: 95% interval of the accuracy on the test inputs.</source>
            <translation>‏[Çûŕvéš: válîdátîöñ îñpûtš. Whîškéŕ: 95% îñtéŕvál öf thé áççûŕáçý öñ thé téšt îñpûtš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The figure could not be written to %1: %2. Choose another folder or name.</source>
            <translation>‏[Thé fîgûŕé çöûld ñöt bé wŕîttéñ tö %1: %2. Çhööšé áñöthéŕ földéŕ öŕ ñámé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>There is no plot to export.</source>
            <translation>‏[Théŕé îš ñö plöt tö éxpöŕt. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The figure could not be drawn. Try a smaller size.</source>
            <translation>‏[Thé fîgûŕé çöûld ñöt bé dŕáwñ. Tŕý á šmálléŕ šîžé. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>‏[ûñît]</translation>
        </message>
        <message>
            <source>activation (standard deviations)</source>
            <translation>‏[áçtîvátîöñ (štáñdáŕd dévîátîöñš) ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>activation</source>
            <translation>‏[áçtîvátîöñ ~~]</translation>
        </message>
        <message>
            <source>Note</source>
            <comment>level of a message</comment>
            <translation>‏[Ñöté]</translation>
        </message>
        <message>
            <source>English</source>
            <extracomment>The name of the language in the language itself: Deutsch, français.</extracomment>
            <translation>‏[Éñglîšh ~]</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>‏[%1 š]</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>‏[%1 mîñ %2 š ~~~]</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>‏[%1 h %2 mîñ ~~~]</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>‏[%1 mš]</translation>
        </message>
        <message>
            <source>There is no checksum to check these bytes with.</source>
            <translation>‏[Théŕé îš ñö çhéçkšûm tö çhéçk théšé býtéš wîth. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>does not fit</source>
            <translation>‏[döéš ñöt fît ~~~]</translation>
        </message>
        <message>
            <source>The token was changed after it was signed.</source>
            <translation>‏[Thé tökéñ wáš çháñgéd áftéŕ ît wáš šîgñéd. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>‏[çáññöt bé ŕéád ~~~~]</translation>
        </message>
        <message>
            <source>It is not written as this program knows it: %1</source>
            <translation>‏[Ît îš ñöt wŕîttéñ áš thîš pŕögŕám kñöwš ît: %1 ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The key is in your list, under this name.</source>
            <translation>‏[Thé kéý îš îñ ýöûŕ lîšt, ûñdéŕ thîš ñámé. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>the key is that of %1</source>
            <translation>‏[thé kéý îš thát öf %1 ~~~~~~]</translation>
        </message>
        <message>
            <source>Somebody signs under the name of somebody else.</source>
            <translation>‏[Šömébödý šîgñš ûñdéŕ thé ñámé öf šömébödý élšé. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>by a revoked key</source>
            <translation>‏[bý á ŕévökéd kéý ~~~~~]</translation>
        </message>
        <message>
            <source>Whoever has stolen the key can sign with it.</source>
            <translation>‏[Whöévéŕ háš štöléñ thé kéý çáñ šîgñ wîth ît. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>by an unknown key</source>
            <translation>‏[bý áñ ûñkñöwñ kéý ~~~~~]</translation>
        </message>
        <message>
            <source>It fits, but anybody can make a key and sign under any name.</source>
            <translation>‏[Ît fîtš, bût áñýbödý çáñ máké á kéý áñd šîgñ ûñdéŕ áñý ñámé. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>everything</source>
            <translation>‏[évéŕýthîñg ~~]</translation>
        </message>
        <message>
            <source>unknown (%1)</source>
            <translation>‏[ûñkñöwñ (%1) ~~~]</translation>
        </message>
        <message>
            <source>sealed</source>
            <translation>‏[šéáléd ~]</translation>
        </message>
        <message>
            <source>compressed</source>
            <translation>‏[çömpŕéššéd ~~]</translation>
        </message>
        <message>
            <source>none</source>
            <translation>‏[ñöñé]</translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>‏[Šîgñátûŕéš ~~]</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>‏[Šîgñátûŕé ~~]</translation>
        </message>
        <message>
            <source>Partial signature</source>
            <translation>‏[Páŕtîál šîgñátûŕé ~~~~~]</translation>
        </message>
        <message>
            <source>Signed as</source>
            <translation>‏[Šîgñéd áš ~~]</translation>
        </message>
        <message>
            <source>The name that stands in the token.</source>
            <translation>‏[Thé ñámé thát štáñdš îñ thé tökéñ. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>‏[Kéý]</translation>
        </message>
        <message>
            <source>Its fingerprint: compare it with the one that the signer tells you.</source>
            <translation>‏[Îtš fîñgéŕpŕîñt: çömpáŕé ît wîth thé öñé thát thé šîgñéŕ téllš ýöû. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>‏[Çövéŕš ~]</translation>
        </message>
        <message>
            <source>What cannot be changed without breaking the signature.</source>
            <translation>‏[Whát çáññöt bé çháñgéd wîthöût bŕéákîñg thé šîgñátûŕé. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Header, as far as it could be read</source>
            <translation>‏[Héádéŕ, áš fáŕ áš ît çöûld bé ŕéád ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Of the file's format.</source>
            <translation>‏[Öf thé fîlé'š föŕmát. ~~~~~~]</translation>
        </message>
        <message>
            <source>Flags</source>
            <translation>‏[Flágš]</translation>
        </message>
        <message>
            <source>What the file says of itself.</source>
            <translation>‏[Whát thé fîlé šáýš öf îtšélf. ~~~~~~ ~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n number(s)</source>
            <translation>
                <numerusform>‏[%n ñûmbéŕ(š) ~~~]</numerusform>
                <numerusform>‏[%n ñûmbéŕ(š) ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>As many as the header states.</source>
            <translation>‏[Åš máñý áš thé héádéŕ štátéš. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Vector's bytes</source>
            <translation>‏[Véçtöŕ'š býtéš ~~~~]</translation>
        </message>
        <message>
            <source>How alike the layers of the two networks are, and what the layers are called.</source>
            <translation>‏[Höw álîké thé láýéŕš öf thé twö ñétwöŕkš áŕé, áñd whát thé láýéŕš áŕé çálléd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Which networks and tokens this one was made from.</source>
            <translation>‏[Whîçh ñétwöŕkš áñd tökéñš thîš öñé wáš mádé fŕöm. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Which layers of the network that learns the writer had in mind.</source>
            <translation>‏[Whîçh láýéŕš öf thé ñétwöŕk thát léáŕñš thé wŕîtéŕ hád îñ mîñd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>How far the two networks' answers lie apart, measured on samples without noise.</source>
            <translation>‏[Höw fáŕ thé twö ñétwöŕkš' áñšwéŕš lîé ápáŕt, méášûŕéd öñ šámpléš wîthöût ñöîšé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>What the network that taught is called.</source>
            <translation>‏[Whát thé ñétwöŕk thát táûght îš çálléd. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>What the network that learned is called.</source>
            <translation>‏[Whát thé ñétwöŕk thát léáŕñéd îš çálléd. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>When the token was made.</source>
            <translation>‏[Whéñ thé tökéñ wáš mádé. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The seed of the experiment, from which its splits and networks can be drawn again.</source>
            <translation>‏[Thé šééd öf thé éxpéŕîméñt, fŕöm whîçh îtš šplîtš áñd ñétwöŕkš çáñ bé dŕáwñ ágáîñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>A hash of the weights of the network that taught: whoever has it can prove that it is this one.</source>
            <translation>‏[Å hášh öf thé wéîghtš öf thé ñétwöŕk thát táûght: whöévéŕ háš ît çáñ pŕövé thát ît îš thîš öñé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Whose key signed the token, and under which name.</source>
            <translation>‏[Whöšé kéý šîgñéd thé tökéñ, áñd ûñdéŕ whîçh ñámé. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Which data set the token was made from.</source>
            <translation>‏[Whîçh dátá šét thé tökéñ wáš mádé fŕöm. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>A hash of the reference inputs: whoever has them can prove that they are these.</source>
            <translation>‏[Å hášh öf thé ŕéféŕéñçé îñpûtš: whöévéŕ háš thém çáñ pŕövé thát théý áŕé théšé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>How many samples the vector was made from, and the figures of the noise from which that number follows.</source>
            <translation>‏[Höw máñý šámpléš thé véçtöŕ wáš mádé fŕöm, áñd thé fîgûŕéš öf thé ñöîšé fŕöm whîçh thát ñûmbéŕ föllöwš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>How many tokens this one was merged from, and the hashes by which they can be recognised.</source>
            <translation>‏[Höw máñý tökéñš thîš öñé wáš méŕgéd fŕöm, áñd thé hášhéš bý whîçh théý çáñ bé ŕéçögñîšéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>How wide the network is that taught.</source>
            <translation>‏[Höw wîdé thé ñétwöŕk îš thát táûght. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>How wide the network is that learned.</source>
            <translation>‏[Höw wîdé thé ñétwöŕk îš thát léáŕñéd. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>How alike the activations of the two networks are.</source>
            <translation>‏[Höw álîké thé áçtîvátîöñš öf thé twö ñétwöŕkš áŕé. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Who contributed the token.</source>
            <translation>‏[Whö çöñtŕîbûtéd thé tökéñ. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>In which round of which swarm the token was made.</source>
            <translation>‏[Îñ whîçh ŕöûñd öf whîçh šwáŕm thé tökéñ wáš mádé. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>A fingerprint of the contributor's data, by which they can be recognised.</source>
            <translation>‏[Å fîñgéŕpŕîñt öf thé çöñtŕîbûtöŕ'š dátá, bý whîçh théý çáñ bé ŕéçögñîšéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>A signature, which proves who wrote the token.</source>
            <translation>‏[Å šîgñátûŕé, whîçh pŕövéš whö wŕöté thé tökéñ. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The key of whoever signed the token.</source>
            <translation>‏[Thé kéý öf whöévéŕ šîgñéd thé tökéñ. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>What the signature of the token is about.</source>
            <translation>‏[Whát thé šîgñátûŕé öf thé tökéñ îš áböût. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Which version of this program wrote the token.</source>
            <translation>‏[Whîçh véŕšîöñ öf thîš pŕögŕám wŕöté thé tökéñ. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Something that another program or person wrote here: read it, since it can be anything.</source>
            <translation>‏[Šöméthîñg thát áñöthéŕ pŕögŕám öŕ péŕšöñ wŕöté héŕé: ŕéád ît, šîñçé ît çáñ bé áñýthîñg. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>A field that this version does not know: read it, since it can be anything.</source>
            <translation>‏[Å fîéld thát thîš véŕšîöñ döéš ñöt kñöw: ŕéád ît, šîñçé ît çáñ bé áñýthîñg. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>scale %1, zero point %2</source>
            <translation>‏[šçálé %1, žéŕö pöîñt %2 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>‏[Ŕöûñdîñg ~~]</translation>
        </message>
        <message>
            <source>Which number a byte of the vector stands for.</source>
            <translation>‏[Whîçh ñûmbéŕ á býté öf thé véçtöŕ štáñdš föŕ. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Do not trust this token: it was changed after it was signed as “%1”.</source>
            <translation>‏[Dö ñöt tŕûšt thîš tökéñ: ît wáš çháñgéd áftéŕ ît wáš šîgñéd áš “%1”. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>It carries a signature that this program cannot read: who made it is not known.</source>
            <translation>‏[Ît çáŕŕîéš á šîgñátûŕé thát thîš pŕögŕám çáññöt ŕéád: whö mádé ît îš ñöt kñöwñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Do not trust this token: it is signed with a key of %1 that you revoked.</source>
            <translation>‏[Dö ñöt tŕûšt thîš tökéñ: ît îš šîgñéd wîth á kéý öf %1 thát ýöû ŕévökéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Do not trust this token: it is signed as “%1”, but with a key that belongs to “%2”.</source>
            <translation>‏[Dö ñöt tŕûšt thîš tökéñ: ît îš šîgñéd áš “%1”, bût wîth á kéý thát bélöñgš tö “%2”. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Signed as “%1” with a key that you do not know: it is intact, but anybody could have signed it so.</source>
            <translation>‏[Šîgñéd áš “%1” wîth á kéý thát ýöû dö ñöt kñöw: ît îš îñtáçt, bût áñýbödý çöûld hávé šîgñéd ît šö. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Signed by %1, whom you trust, and intact.</source>
            <translation>‏[Šîgñéd bý %1, whöm ýöû tŕûšt, áñd îñtáçt. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Signed by %1, whom you trust, but only in part: the signature covers the vector and little else.</source>
            <translation>‏[Šîgñéd bý %1, whöm ýöû tŕûšt, bût öñlý îñ páŕt: thé šîgñátûŕé çövéŕš thé véçtöŕ áñd lîttlé élšé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Sealed with your key and intact: nobody without the key has changed it.</source>
            <translation>‏[Šéáléd wîth ýöûŕ kéý áñd îñtáçt: ñöbödý wîthöût thé kéý háš çháñgéd ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Shown without checking its seal: anybody could have changed it.</source>
            <translation>‏[Šhöwñ wîthöût çhéçkîñg îtš šéál: áñýbödý çöûld hávé çháñgéd ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Unsigned, and this format has no checksums: anybody could have made or changed it.</source>
            <translation>‏[Ûñšîgñéd, áñd thîš föŕmát háš ñö çhéçkšûmš: áñýbödý çöûld hávé mádé öŕ çháñgéd ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Intact but unsigned: anybody could have made it.</source>
            <translation>‏[Îñtáçt bût ûñšîgñéd: áñýbödý çöûld hávé mádé ît. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Its seal fits your key.</source>
            <translation>‏[Îtš šéál fîtš ýöûŕ kéý. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Its seal was not checked.</source>
            <translation>‏[Îtš šéál wáš ñöt çhéçkéd. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Another signature in it does not fit.</source>
            <translation>‏[Åñöthéŕ šîgñátûŕé îñ ît döéš ñöt fît. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Its checksums are of the older kind, CRC-32, and fit: that is fine.</source>
            <translation>‏[Îtš çhéçkšûmš áŕé öf thé öldéŕ kîñd, ÇŔÇ-32, áñd fît: thát îš fîñé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>This is not a token, or one so damaged that nothing of it can be read: it was refused.</source>
            <translation>‏[Thîš îš ñöt á tökéñ, öŕ öñé šö dámágéd thát ñöthîñg öf ît çáñ bé ŕéád: ît wáš ŕéfûšéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Do not trust this token: a checksum does not fit, so it was damaged or changed. It was refused.</source>
            <translation>‏[Dö ñöt tŕûšt thîš tökéñ: á çhéçkšûm döéš ñöt fît, šö ît wáš dámágéd öŕ çháñgéd. Ît wáš ŕéfûšéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Do not trust this token: its seal does not fit your key. It was changed or sealed with another key, and was refused.</source>
            <translation>‏[Dö ñöt tŕûšt thîš tökéñ: îtš šéál döéš ñöt fît ýöûŕ kéý. Ît wáš çháñgéd öŕ šéáléd wîth áñöthéŕ kéý, áñd wáš ŕéfûšéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>This token is sealed: without the key, nobody can tell whether it is as it was made.</source>
            <translation>‏[Thîš tökéñ îš šéáléd: wîthöût thé kéý, ñöbödý çáñ téll whéthéŕ ît îš áš ît wáš mádé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>This token has no seal, and you have chosen to refuse files without one (Tools menu).</source>
            <translation>‏[Thîš tökéñ háš ñö šéál, áñd ýöû hávé çhöšéñ tö ŕéfûšé fîléš wîthöût öñé (Töölš méñû). ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>This token is of a kind that this program cannot read: it was refused.</source>
            <translation>‏[Thîš tökéñ îš öf á kîñd thát thîš pŕögŕám çáññöt ŕéád: ît wáš ŕéfûšéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>This token breaks the rules of its format, as if it was damaged or made to harm: it was refused.</source>
            <translation>‏[Thîš tökéñ bŕéákš thé ŕûléš öf îtš föŕmát, áš îf ît wáš dámágéd öŕ mádé tö háŕm: ît wáš ŕéfûšéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>There is no such file: choose the file of the key.</source>
            <translation>‏[Théŕé îš ñö šûçh fîlé: çhööšé thé fîlé öf thé kéý. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>This file holds no key: choose a file in the PEM format.</source>
            <translation>‏[Thîš fîlé höldš ñö kéý: çhööšé á fîlé îñ thé PÉM föŕmát. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>This key is of another kind or has a passphrase: choose an Ed25519 key without one.</source>
            <translation>‏[Thîš kéý îš öf áñöthéŕ kîñd öŕ háš á páššphŕášé: çhööšé áñ Éd25519 kéý wîthöût öñé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The vectors cannot be compared: one has %1 numbers, the other %2.</source>
            <translation>‏[Thé véçtöŕš çáññöt bé çömpáŕéd: öñé háš %1 ñûmbéŕš, thé öthéŕ %2. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The vectors are the same, bit for bit.</source>
            <translation>‏[Thé véçtöŕš áŕé thé šámé, bît föŕ bît. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The vectors differ in %1 of %2 numbers: cosine %3, distance %4, largest difference %5, lengths %6 and %7.</source>
            <translation>‏[Thé véçtöŕš dîfféŕ îñ %1 öf %2 ñûmbéŕš: çöšîñé %3, dîštáñçé %4, láŕgéšt dîfféŕéñçé %5, léñgthš %6 áñd %7. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>No run has a token yet.</source>
            <translation>‏[Ñö ŕûñ háš á tökéñ ýét. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Older ones: open their files.</source>
            <translation>‏[Öldéŕ öñéš: öpéñ théîŕ fîléš. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>GRU</source>
            <translation>‏[GŔÛ]</translation>
        </message>
        <message>
            <source>ResNet</source>
            <translation>‏[ŔéšÑét ~]</translation>
        </message>
        <message>
            <source>Vision transformer</source>
            <translation>‏[Vîšîöñ tŕáñšföŕméŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>‏[ñöîšé]</translation>
        </message>
        <message>
            <source>rotation</source>
            <translation>‏[ŕötátîöñ ~~]</translation>
        </message>
        <message>
            <source>blur</source>
            <translation>‏[blûŕ]</translation>
        </message>
        <message>
            <source>occlusion</source>
            <translation>‏[öççlûšîöñ ~~]</translation>
        </message>
        <message>
            <source>substituted tokens</source>
            <translation>‏[šûbštîtûtéd tökéñš ~~~~~~]</translation>
        </message>
        <message>
            <source>scaled features</source>
            <translation>‏[šçáléd féátûŕéš ~~~~]</translation>
        </message>
        <message>
            <source>fewer classes</source>
            <translation>‏[féwéŕ çláššéš ~~~~]</translation>
        </message>
        <message>
            <source>permuted labels</source>
            <translation>‏[péŕmûtéd lábélš ~~~~]</translation>
        </message>
        <message>
            <source>coarser labels</source>
            <translation>‏[çöáŕšéŕ lábélš ~~~~]</translation>
        </message>
        <message>
            <source>other data</source>
            <translation>‏[öthéŕ dátá ~~]</translation>
        </message>
        <message>
            <source>&amp;Colours of maps</source>
            <translation>‏[&amp;Cölöûŕš öf mápš ~~~~~]</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>‏[Láýéŕš ~]</translation>
        </message>
        <message>
            <source>Viridis: blue, green, yellow</source>
            <translation>‏[Vîŕîdîš: blûé, gŕééñ, ýéllöw ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Cividis: blue, grey, yellow</source>
            <translation>‏[Çîvîdîš: blûé, gŕéý, ýéllöw ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>PDF, vectors</source>
            <translation>‏[PDF, véçtöŕš ~~~]</translation>
        </message>
        <message>
            <source>SVG, vectors</source>
            <translation>‏[ŠVG, véçtöŕš ~~~]</translation>
        </message>
        <message>
            <source>PNG, 300 dots per inch</source>
            <translation>‏[PÑG, 300 dötš péŕ îñçh ~~~~~~]</translation>
        </message>
        <message>
            <source>CSV, the numbers</source>
            <translation>‏[ÇŠV, thé ñûmbéŕš ~~~~~]</translation>
        </message>
        <message>
            <source>LaTeX, pgfplots</source>
            <translation>‏[LáTéX, pgfplötš ~~~~]</translation>
        </message>
        <message>
            <source>The name of a figure must end with .pdf, .svg, .png, .csv or .tex: that chooses the format.</source>
            <translation>‏[Thé ñámé öf á fîgûŕé mûšt éñd wîth .pdf, .švg, .pñg, .çšv öŕ .téx: thát çhööšéš thé föŕmát. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The width and the height of a figure must be between 1 and 40 inches.</source>
            <translation>‏[Thé wîdth áñd thé héîght öf á fîgûŕé mûšt bé bétwééñ 1 áñd 40 îñçhéš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>LaTeX reads the file beside it by its name: use plain letters, digits, hyphens and underscores only.</source>
            <translation>‏[LáTéX ŕéádš thé fîlé béšîdé ît bý îtš ñámé: ûšé pláîñ léttéŕš, dîgîtš, hýphéñš áñd ûñdéŕšçöŕéš öñlý. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>unbiased CKA</source>
            <translation>‏[ûñbîášéd ÇKÅ ~~~]</translation>
        </message>
        <message>
            <source>linear CKA</source>
            <translation>‏[lîñéáŕ ÇKÅ ~~]</translation>
        </message>
        <message>
            <source>mutual neighbours</source>
            <translation>‏[mûtûál ñéîghböûŕš ~~~~~]</translation>
        </message>
        <message>
            <source>Procrustes similarity</source>
            <translation>‏[Pŕöçŕûštéš šîmîláŕîtý ~~~~~~]</translation>
        </message>
        <message>
            <source>in order</source>
            <comment>layers that are matched</comment>
            <translation>‏[îñ öŕdéŕ ~~]</translation>
        </message>
        <message>
            <source>for the largest sum</source>
            <comment>layers that are matched</comment>
            <translation>‏[föŕ thé láŕgéšt šûm ~~~~~~]</translation>
        </message>
        <message>
            <source>best pair first</source>
            <comment>layers that are matched</comment>
            <translation>‏[béšt páîŕ fîŕšt ~~~~]</translation>
        </message>
        <message>
            <source>KD: logit distillation</source>
            <translation>‏[KD: lögît dîštîllátîöñ ~~~~~~]</translation>
        </message>
        <message>
            <source>KD + readout</source>
            <translation>‏[KD + ŕéádöût ~~~]</translation>
        </message>
        <message>
            <source>FitNets: hints</source>
            <translation>‏[FîtÑétš: hîñtš ~~~~]</translation>
        </message>
        <message>
            <source>RKD: relations</source>
            <translation>‏[ŔKD: ŕélátîöñš ~~~~]</translation>
        </message>
        <message>
            <source>Similarity-preserving</source>
            <translation>‏[Šîmîláŕîtý-pŕéšéŕvîñg ~~~~~~]</translation>
        </message>
        <message>
            <source>Attention transfer</source>
            <translation>‏[Åttéñtîöñ tŕáñšféŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>CRD: contrastive</source>
            <translation>‏[ÇŔD: çöñtŕáštîvé ~~~~~]</translation>
        </message>
        <message>
            <source>LoRA (trained receiver)</source>
            <translation>‏[LöŔÅ (tŕáîñéd ŕéçéîvéŕ) ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Adapter (trained receiver)</source>
            <translation>‏[Ådáptéŕ (tŕáîñéd ŕéçéîvéŕ) ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Stitching (trained receiver)</source>
            <translation>‏[Štîtçhîñg (tŕáîñéd ŕéçéîvéŕ) ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Ridge from the raw input</source>
            <translation>‏[Ŕîdgé fŕöm thé ŕáw îñpût ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Supervised: labels</source>
            <translation>‏[Šûpéŕvîšéd: lábélš ~~~~~~]</translation>
        </message>
        <message>
            <source>None: the receiver as it is</source>
            <translation>‏[Ñöñé: thé ŕéçéîvéŕ áš ît îš ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Reference: tessera-core 0.1 as it is</source>
            <translation>‏[Ŕéféŕéñçé: téššéŕá-çöŕé 0.1 áš ît îš ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Relative</source>
            <translation>‏[Ŕélátîvé ~~]</translation>
        </message>
        <message>
            <source>The source met other inputs in the reference set than in its own data.</source>
            <translation>‏[Thé šöûŕçé mét öthéŕ îñpûtš îñ thé ŕéféŕéñçé šét tháñ îñ îtš öwñ dátá. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <translation>‏[%1. %2 ~]</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>‏[Çömpáŕé ~]</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>‏[Štûdîéš ~]</translation>
        </message>
        <message>
            <source>Contrastive</source>
            <translation>‏[Çöñtŕáštîvé ~~~]</translation>
        </message>
        <message>
            <source>p &lt; %1</source>
            <translation>‏[p &lt; %1 ~]</translation>
        </message>
        <message>
            <source>p = %1</source>
            <translation>‏[p = %1 ~]</translation>
        </message>
        <message>
            <source>“%1” is no seed. Type whole numbers and ranges: 1-5, 8.</source>
            <translation>‏[“%1” îš ñö šééd. Týpé whölé ñûmbéŕš áñd ŕáñgéš: 1-5, 8. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 ends before it begins. Type the smaller seed first.</source>
            <translation>‏[%1 éñdš béföŕé ît bégîñš. Týpé thé šmálléŕ šééd fîŕšt. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>These are more than %1 seeds.</source>
            <translation>‏[Théšé áŕé möŕé tháñ %1 šéédš. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Seed %1 stands twice. Name every seed once.</source>
            <translation>‏[Šééd %1 štáñdš twîçé. Ñámé évéŕý šééd öñçé. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Type at least one seed.</source>
            <translation>‏[Týpé át léášt öñé šééd. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>“%1” is no whole number from %2 to %3.</source>
            <translation>‏[“%1” îš ñö whölé ñûmbéŕ fŕöm %2 tö %3. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 stands twice.</source>
            <translation>‏[%1 štáñdš twîçé. ~~~~~]</translation>
        </message>
        <message>
            <source>“%1” is no number from 0 to 1. Type numbers with a point: 0.25, 0.5.</source>
            <translation>‏[“%1” îš ñö ñûmbéŕ fŕöm 0 tö 1. Týpé ñûmbéŕš wîth á pöîñt: 0.25, 0.5. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>n = %1</source>
            <translation>‏[ñ = %1 ~]</translation>
        </message>
        <message>
            <source>%1, %2 (Holm), %3</source>
            <comment>interval, p-value, number of seeds</comment>
            <translation>‏[%1, %2 (Hölm), %3 ~~~~~]</translation>
        </message>
        <message>
            <source>%1 points on the only seed: n = 1, no interval over seeds</source>
            <translation>‏[%1 pöîñtš öñ thé öñlý šééd: ñ = 1, ñö îñtéŕvál övéŕ šéédš ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>the same on every seed, %1</source>
            <translation>‏[thé šámé öñ évéŕý šééd, %1 ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1 points on every seed, so that no test is possible, %2</source>
            <translation>‏[%1 pöîñtš öñ évéŕý šééd, šö thát ñö téšt îš pöššîblé, %2 ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>not distinguishable: %1 points %2</source>
            <comment>difference, figures</comment>
            <translation>‏[ñöt dîštîñgûîšháblé: %1 pöîñtš %2 ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>better by %1 points %2</source>
            <comment>difference, figures</comment>
            <translation>‏[béttéŕ bý %1 pöîñtš %2 ~~~~~~]</translation>
        </message>
        <message>
            <source>worse by %1 points %2</source>
            <comment>difference, figures</comment>
            <translation>‏[wöŕšé bý %1 pöîñtš %2 ~~~~~~]</translation>
        </message>
        <message>
            <source>the receiver before</source>
            <translation>‏[thé ŕéçéîvéŕ béföŕé ~~~~~~]</translation>
        </message>
        <message>
            <source>its control “%1”</source>
            <translation>‏[îtš çöñtŕöl “%1” ~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1 against %2: %3; %n pair(s).</source>
            <comment>method, rival, finding</comment>
            <translation>
                <numerusform>‏[%1 ágáîñšt %2: %3; %n páîŕ(š). ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[%1 ágáîñšt %2: %3; %n páîŕ(š). ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s)</source>
            <translation>
                <numerusform>‏[%n páîŕ(š) ~~]</numerusform>
                <numerusform>‏[%n páîŕ(š) ~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n method(s)</source>
            <translation>
                <numerusform>‏[%n méthöd(š) ~~~]</numerusform>
                <numerusform>‏[%n méthöd(š) ~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seed(s)</source>
            <translation>
                <numerusform>‏[%n šééd(š) ~~]</numerusform>
                <numerusform>‏[%n šééd(š) ~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n setting(s)</source>
            <translation>
                <numerusform>‏[%n šéttîñg(š) ~~~~]</numerusform>
                <numerusform>‏[%n šéttîñg(š) ~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 = %2</source>
            <comment>factors, product</comment>
            <translation>‏[%1 = %2 ~]</translation>
        </message>
        <message numerus="yes">
            <source>%n run(s)</source>
            <translation>
                <numerusform>‏[%n ŕûñ(š) ~~]</numerusform>
                <numerusform>‏[%n ŕûñ(š) ~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1. n = 1, no interval over seeds.</source>
            <translation>‏[%1. ñ = 1, ñö îñtéŕvál övéŕ šéédš. ~~~~~~ ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ActivationPlot</name>
        <message>
            <source>Activations</source>
            <translation>‏[Åçtîvátîöñš ~~~]</translation>
        </message>
        <message>
            <source>Source layer</source>
            <translation>‏[Šöûŕçé láýéŕ ~~~]</translation>
        </message>
        <message>
            <source>Receiver layer</source>
            <translation>‏[Ŕéçéîvéŕ láýéŕ ~~~~]</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>‏[Ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>now</source>
            <translation>‏[ñöw]</translation>
        </message>
        <message>
            <source>before</source>
            <translation>‏[béföŕé ~]</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>‏[Öŕdéŕ]</translation>
        </message>
        <message>
            <source>by class</source>
            <translation>‏[bý çlášš ~~]</translation>
        </message>
        <message>
            <source>as in the data</source>
            <translation>‏[áš îñ thé dátá ~~~~]</translation>
        </message>
        <message>
            <source>by mean activation</source>
            <translation>‏[bý méáñ áçtîvátîöñ ~~~~~~]</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>‏[Válûéš ~]</translation>
        </message>
        <message>
            <source>as measured</source>
            <translation>‏[áš méášûŕéd ~~~]</translation>
        </message>
        <message>
            <source>standardised per unit</source>
            <translation>‏[štáñdáŕdîšéd péŕ ûñît ~~~~~~]</translation>
        </message>
        <message>
            <source>sample, by class</source>
            <translation>‏[šámplé, bý çlášš ~~~~~]</translation>
        </message>
        <message>
            <source>sample, by mean activation of the source</source>
            <translation>‏[šámplé, bý méáñ áçtîvátîöñ öf thé šöûŕçé ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>sample</source>
            <translation>‏[šámplé ~]</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>‏[ñöt méášûŕéd ~~~]</translation>
        </message>
        <message>
            <source>Run a transfer, or choose a run, to see what the units of both networks answer.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ, öŕ çhööšé á ŕûñ, tö šéé whát thé ûñîtš öf böth ñétwöŕkš áñšwéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The activations will be here as soon as the transfer has recorded them.</source>
            <translation>‏[Thé áçtîvátîöñš wîll bé héŕé áš šööñ áš thé tŕáñšféŕ háš ŕéçöŕdéd thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>This run kept no activations. Run it again to see them.</source>
            <translation>‏[Thîš ŕûñ képt ñö áçtîvátîöñš. Ŕûñ ît ágáîñ tö šéé thém. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Source  %1 - %2</source>
            <translation>‏[Šöûŕçé  %1 - %2 ~~~~]</translation>
        </message>
        <message>
            <source>Receiver  %1 - %2</source>
            <translation>‏[Ŕéçéîvéŕ  %1 - %2 ~~~~~]</translation>
        </message>
        <message>
            <source>sample %1: %2, source unit %3: %4</source>
            <translation>‏[šámplé %1: %2, šöûŕçé ûñît %3: %4 ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>sample %1: %2, receiver unit %3: %4</source>
            <translation>‏[šámplé %1: %2, ŕéçéîvéŕ ûñît %3: %4 ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>no class</source>
            <translation>‏[ñö çlášš ~~]</translation>
        </message>
        <message>
            <source>class</source>
            <translation>‏[çlášš]</translation>
        </message>
        <message>
            <source>source unit %1</source>
            <translation>‏[šöûŕçé ûñît %1 ~~~~]</translation>
        </message>
        <message>
            <source>receiver unit %1</source>
            <translation>‏[ŕéçéîvéŕ ûñît %1 ~~~~~]</translation>
        </message>
        <message>
            <source>values from %1 to %2</source>
            <translation>‏[válûéš fŕöm %1 tö %2 ~~~~~~]</translation>
        </message>
        <message>
            <source>no values</source>
            <translation>‏[ñö válûéš ~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n unit(s), %2.</source>
            <translation>
                <numerusform>‏[%1: %n ûñît(š), %2. ~~~~~~]</numerusform>
                <numerusform>‏[%1: %n ûñît(š), %2. ~~~~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Activations of %n sample(s).</source>
            <translation>
                <numerusform>‏[Åçtîvátîöñš öf %n šámplé(š). ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[Åçtîvátîöñš öf %n šámplé(š). ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>by similarity</source>
            <translation>‏[bý šîmîláŕîtý ~~~~]</translation>
        </message>
        <message>
            <source>The same on both sides, after the chosen layer of the source. By similarity: along its first principal component.</source>
            <translation>‏[Thé šámé öñ böth šîdéš, áftéŕ thé çhöšéñ láýéŕ öf thé šöûŕçé. Bý šîmîláŕîtý: álöñg îtš fîŕšt pŕîñçîpál çömpöñéñt. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>sample, by similarity in the source</source>
            <translation>‏[šámplé, bý šîmîláŕîtý îñ thé šöûŕçé ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>‏[ûñît]</translation>
        </message>
        <message>
            <source>source</source>
            <translation>‏[šöûŕçé ~]</translation>
        </message>
        <message>
            <source>receiver</source>
            <translation>‏[ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>The order by similarity could not be found. %1</source>
            <translation>‏[Thé öŕdéŕ bý šîmîláŕîtý çöûld ñöt bé föûñd. %1 ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The samples will be ordered by similarity as soon as the engine is there.</source>
            <translation>‏[Thé šámpléš wîll bé öŕdéŕéd bý šîmîláŕîtý áš šööñ áš thé éñgîñé îš théŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ActivationsView</name>
        <message>
            <source>Run a transfer to see the activations of source and receiver side by side.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ tö šéé thé áçtîvátîöñš öf šöûŕçé áñd ŕéçéîvéŕ šîdé bý šîdé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Kinds of activations</source>
            <translation>‏[Kîñdš öf áçtîvátîöñš ~~~~~~]</translation>
        </message>
        <message>
            <source>All samples</source>
            <translation>‏[Åll šámpléš ~~~]</translation>
        </message>
        <message>
            <source>One sample</source>
            <translation>‏[Öñé šámplé ~~]</translation>
        </message>
        <message>
            <source>Distributions</source>
            <translation>‏[Dîštŕîbûtîöñš ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::BoxPlot</name>
        <message>
            <source>%1 (n = %2)</source>
            <translation>‏[%1 (ñ = %2) ~~~]</translation>
        </message>
        <message>
            <source>Groups over seeds</source>
            <translation>‏[Gŕöûpš övéŕ šéédš ~~~~~]</translation>
        </message>
        <message>
            <source>None of these runs has measured this value.</source>
            <translation>‏[Ñöñé öf théšé ŕûñš háš méášûŕéd thîš válûé. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Choose two or more runs in Runs to compare them.</source>
            <translation>‏[Çhööšé twö öŕ möŕé ŕûñš îñ Ŕûñš tö çömpáŕé thém. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>group</source>
            <translation>‏[gŕöûp]</translation>
        </message>
        <message>
            <source>%1: %2 (%3)</source>
            <translation>‏[%1: %2 (%3) ~~~]</translation>
        </message>
        <message>
            <source>Boxes: quartiles and median over seeds; whiskers: least and most; points: runs.</source>
            <translation>‏[Böxéš: qûáŕtîléš áñd médîáñ övéŕ šéédš; whîškéŕš: léášt áñd möšt; pöîñtš: ŕûñš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>group: remark</comment>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message numerus="yes">
            <source>%n group(s) have too few runs for a box: points only; n = 1 has no interval over seeds</source>
            <translation>
                <numerusform>‏[%n gŕöûp(š) hávé töö féw ŕûñš föŕ á böx: pöîñtš öñlý; ñ = 1 háš ñö îñtéŕvál övéŕ šéédš ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
                <numerusform>‏[%n gŕöûp(š) hávé töö féw ŕûñš föŕ á böx: pöîñtš öñlý; ñ = 1 háš ñö îñtéŕvál övéŕ šéédš ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1.</source>
            <comment>sentence</comment>
            <translation>‏[%1.]</translation>
        </message>
        <message>
            <source>%1, %2: n = %3, mean %4</source>
            <translation>‏[%1, %2: ñ = %3, méáñ %4 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1, 95% interval %2 to %3</source>
            <translation>‏[%1, 95% îñtéŕvál %2 tö %3 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>‏[%1 (%2) ~]</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n group(s).</source>
            <translation>
                <numerusform>‏[%1 öf %n gŕöûp(š). ~~~~~~]</numerusform>
                <numerusform>‏[%1 öf %n gŕöûp(š). ~~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>what is different</source>
            <translation>‏[whát îš dîfféŕéñt ~~~~~]</translation>
        </message>
        <message>
            <source>run</source>
            <translation>‏[ŕûñ]</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>‏[šééd]</translation>
        </message>
        <message>
            <source>n</source>
            <translation>n</translation>
        </message>
        <message>
            <source>least</source>
            <translation>‏[léášt]</translation>
        </message>
        <message>
            <source>lower quartile</source>
            <translation>‏[löwéŕ qûáŕtîlé ~~~~]</translation>
        </message>
        <message>
            <source>median</source>
            <translation>‏[médîáñ ~]</translation>
        </message>
        <message>
            <source>upper quartile</source>
            <translation>‏[ûppéŕ qûáŕtîlé ~~~~]</translation>
        </message>
        <message>
            <source>most</source>
            <translation>‏[möšt]</translation>
        </message>
        <message>
            <source>mean</source>
            <translation>‏[méáñ]</translation>
        </message>
        <message>
            <source>95% interval, lower end</source>
            <translation>‏[95% îñtéŕvál, löwéŕ éñd ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>95% interval, upper end</source>
            <translation>‏[95% îñtéŕvál, ûppéŕ éñd ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Intervals are 95% t intervals of the mean over seeds; boxes are quartiles.</source>
            <translation>‏[Îñtéŕválš áŕé 95% t îñtéŕválš öf thé méáñ övéŕ šéédš; böxéš áŕé qûáŕtîléš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ByteBar</name>
        <message>
            <source>Bytes of the file</source>
            <translation>‏[Býtéš öf thé fîlé ~~~~~]</translation>
        </message>
        <message>
            <source>Bytes of the file, at %1</source>
            <translation>‏[Býtéš öf thé fîlé, át %1 ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ByteMap</name>
        <message>
            <source>Sections of the file</source>
            <translation>‏[Šéçtîöñš öf thé fîlé ~~~~~~]</translation>
        </message>
        <message>
            <source>Open a token to see where its bytes stand.</source>
            <translation>‏[Öpéñ á tökéñ tö šéé whéŕé îtš býtéš štáñd. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::Compare</name>
        <message>
            <source>%1: %2</source>
            <comment>state: reason</comment>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>the others are compared with it</source>
            <translation>‏[thé öthéŕš áŕé çömpáŕéd wîth ît ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>‏[Fîéld]</translation>
        </message>
        <message>
            <source>State</source>
            <translation>‏[Štáté]</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>‏[Gŕöûp]</translation>
        </message>
        <message>
            <source>What is different</source>
            <translation>‏[Whát îš dîfféŕéñt ~~~~~]</translation>
        </message>
        <message>
            <source>95% interval over seeds</source>
            <translation>‏[95% îñtéŕvál övéŕ šéédš ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Group %1 is ...</source>
            <translation>‏[Gŕöûp %1 îš ... ~~~~]</translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>‏[Çömpáŕéd ~~]</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>‏[%1 tö %2 ~~]</translation>
        </message>
        <message>
            <source>%1 points</source>
            <translation>‏[%1 pöîñtš ~~]</translation>
        </message>
        <message>
            <source>95% interval %1 to %2</source>
            <translation>‏[95% îñtéŕvál %1 tö %2 ~~~~~~]</translation>
        </message>
        <message>
            <source>%1, %2 (Holm)</source>
            <translation>‏[%1, %2 (Hölm) ~~~~]</translation>
        </message>
        <message>
            <source>%1, n = %2</source>
            <translation>‏[%1, ñ = %2 ~~]</translation>
        </message>
        <message>
            <source>equal to %1 on the only seed: n = 1, no interval over seeds</source>
            <translation>‏[éqûál tö %1 öñ thé öñlý šééd: ñ = 1, ñö îñtéŕvál övéŕ šéédš ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 above %2 on the only seed: n = 1, no interval over seeds</source>
            <translation>‏[%1 ábövé %2 öñ thé öñlý šééd: ñ = 1, ñö îñtéŕvál övéŕ šéédš ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 below %2 on the only seed: n = 1, no interval over seeds</source>
            <translation>‏[%1 bélöw %2 öñ thé öñlý šééd: ñ = 1, ñö îñtéŕvál övéŕ šéédš ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 above %2 on every seed alike: no spread, so no test, n = %3</source>
            <translation>‏[%1 ábövé %2 öñ évéŕý šééd álîké: ñö špŕéád, šö ñö téšt, ñ = %3 ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1 below %2 on every seed alike: no spread, so no test, n = %3</source>
            <translation>‏[%1 bélöw %2 öñ évéŕý šééd álîké: ñö špŕéád, šö ñö téšt, ñ = %3 ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>p &lt; %1</source>
            <translation>‏[p &lt; %1 ~]</translation>
        </message>
        <message>
            <source>p = %1</source>
            <translation>‏[p = %1 ~]</translation>
        </message>
        <message>
            <source>Accuracy after</source>
            <translation>‏[Åççûŕáçý áftéŕ ~~~~]</translation>
        </message>
        <message>
            <source>Change of accuracy</source>
            <translation>‏[Çháñgé öf áççûŕáçý ~~~~~~]</translation>
        </message>
        <message>
            <source>Agreement with the source</source>
            <translation>‏[Ågŕééméñt wîth thé šöûŕçé ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 (%)</source>
            <comment>name of a measure</comment>
            <translation>‏[%1 (%) ~]</translation>
        </message>
        <message>
            <source>%1 (points)</source>
            <comment>name of a measure</comment>
            <translation>‏[%1 (pöîñtš) ~~~]</translation>
        </message>
        <message>
            <source>group %1</source>
            <translation>‏[gŕöûp %1 ~~]</translation>
        </message>
        <message>
            <source>%1, seed %2</source>
            <translation>‏[%1, šééd %2 ~~~]</translation>
        </message>
        <message>
            <source>%1: failed</source>
            <translation>‏[%1: fáîléd ~~]</translation>
        </message>
        <message>
            <source>%1: failed, %2</source>
            <translation>‏[%1: fáîléd, %2 ~~~~]</translation>
        </message>
        <message>
            <source>%1: cancelled</source>
            <translation>‏[%1: çáñçélléd ~~~~]</translation>
        </message>
        <message>
            <source>%1: interrupted</source>
            <translation>‏[%1: îñtéŕŕûptéd ~~~~]</translation>
        </message>
        <message>
            <source>%1: not finished</source>
            <translation>‏[%1: ñöt fîñîšhéd ~~~~~]</translation>
        </message>
        <message>
            <source>%1: its setup was written by another version of the program</source>
            <translation>‏[%1: îtš šétûp wáš wŕîttéñ bý áñöthéŕ véŕšîöñ öf thé pŕögŕám ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1: repeated by a later run, which counts</source>
            <translation>‏[%1: ŕépéátéd bý á látéŕ ŕûñ, whîçh çöûñtš ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>‏[ñöt méášûŕéd ~~~]</translation>
        </message>
        <message>
            <source>n = 1, no interval over seeds</source>
            <translation>‏[ñ = 1, ñö îñtéŕvál övéŕ šéédš ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>n = %1, too few for a box</source>
            <translation>‏[ñ = %1, töö féw föŕ á böx ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>not compared with %1: no seed has both</source>
            <translation>‏[ñöt çömpáŕéd wîth %1: ñö šééd háš böth ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>equal to %1 on every seed, n = %2</source>
            <translation>‏[éqûál tö %1 öñ évéŕý šééd, ñ = %2 ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>not distinguishable from %1 (difference %2, %3)</source>
            <translation>‏[ñöt dîštîñgûîšháblé fŕöm %1 (dîfféŕéñçé %2, %3) ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>higher than %1 by %2 (%3)</source>
            <translation>‏[hîghéŕ tháñ %1 bý %2 (%3) ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>lower than %1 by %2 (%3)</source>
            <translation>‏[löwéŕ tháñ %1 bý %2 (%3) ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 in %2.</source>
            <comment>runs in groups</comment>
            <translation>‏[%1 îñ %2. ~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n run(s)</source>
            <translation>
                <numerusform>‏[%n ŕûñ(š) ~~]</numerusform>
                <numerusform>‏[%n ŕûñ(š) ~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n group(s)</source>
            <translation>
                <numerusform>‏[%n gŕöûp(š) ~~~]</numerusform>
                <numerusform>‏[%n gŕöûp(š) ~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n run(s) are in no group:</source>
            <translation>
                <numerusform>‏[%n ŕûñ(š) áŕé îñ ñö gŕöûp: ~~~~~~ ~~]</numerusform>
                <numerusform>‏[%n ŕûñ(š) áŕé îñ ñö gŕöûp: ~~~~~~ ~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>And %n more: their states are in the table.</source>
            <translation>
                <numerusform>‏[Åñd %n möŕé: théîŕ štátéš áŕé îñ thé táblé. ~~~~~~ ~~~~~~ ~~]</numerusform>
                <numerusform>‏[Åñd %n möŕé: théîŕ štátéš áŕé îñ thé táblé. ~~~~~~ ~~~~~~ ~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Receiver, after</source>
            <translation>‏[Ŕéçéîvéŕ, áftéŕ ~~~~]</translation>
        </message>
        <message>
            <source>Receiver, before</source>
            <translation>‏[Ŕéçéîvéŕ, béföŕé ~~~~~]</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>‏[Šöûŕçé ~]</translation>
        </message>
        <message>
            <source>Control: %1</source>
            <translation>‏[Çöñtŕöl: %1 ~~~]</translation>
        </message>
        <message>
            <source>N (seeds)</source>
            <translation>‏[Ñ (šéédš) ~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1; %n run(s) without this value</source>
            <translation>
                <numerusform>‏[%1; %n ŕûñ(š) wîthöût thîš válûé ~~~~~~ ~~~~]</numerusform>
                <numerusform>‏[%1; %n ŕûñ(š) wîthöût thîš válûé ~~~~~~ ~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Group %1 is %2.</source>
            <comment>number, finding</comment>
            <translation>‏[Gŕöûp %1 îš %2. ~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>And %n more comparison(s): see the table.</source>
            <translation>
                <numerusform>‏[Åñd %n möŕé çömpáŕîšöñ(š): šéé thé táblé. ~~~~~~ ~~~~~~ ~]</numerusform>
                <numerusform>‏[Åñd %n möŕé çömpáŕîšöñ(š): šéé thé táblé. ~~~~~~ ~~~~~~ ~]</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::CompareControls</name>
        <message>
            <source>Value</source>
            <translation>‏[Válûé]</translation>
        </message>
        <message>
            <source>Runs of a group differ in</source>
            <translation>‏[Ŕûñš öf á gŕöûp dîfféŕ îñ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>‏[Çömpáŕé ~]</translation>
        </message>
        <message>
            <source>Pair with</source>
            <translation>‏[Páîŕ wîth ~~]</translation>
        </message>
        <message>
            <source>the seed</source>
            <translation>‏[thé šééd ~~]</translation>
        </message>
        <message>
            <source>seed and networks</source>
            <translation>‏[šééd áñd ñétwöŕkš ~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>group: what is different</comment>
            <translation>‏[%1: %2 ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::CompareView</name>
        <message>
            <source>Choose two or more runs in Runs to compare them.</source>
            <translation>‏[Çhööšé twö öŕ möŕé ŕûñš îñ Ŕûñš tö çömpáŕé thém. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Show Runs</source>
            <translation>‏[Šhöw Ŕûñš ~~]</translation>
        </message>
        <message>
            <source>Compared runs</source>
            <translation>‏[Çömpáŕéd ŕûñš ~~~~]</translation>
        </message>
        <message>
            <source>Compare chosen runs only</source>
            <translation>‏[Çömpáŕé çhöšéñ ŕûñš öñlý ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Lets go of the runs that were added with Compare</source>
            <translation>‏[Létš gö öf thé ŕûñš thát wéŕé áddéd wîth Çömpáŕé ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Setup</source>
            <translation>‏[Šétûp]</translation>
        </message>
        <message>
            <source>Names and values are those of experiment files.</source>
            <translation>‏[Ñáméš áñd válûéš áŕé thöšé öf éxpéŕîméñt fîléš. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Show all fields</source>
            <translation>‏[Šhöw áll fîéldš ~~~~]</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>‏[Gŕöûpš ~]</translation>
        </message>
        <message>
            <source>Comparison of runs</source>
            <translation>‏[Çömpáŕîšöñ öf ŕûñš ~~~~~~]</translation>
        </message>
        <message>
            <source>Differences between the groups</source>
            <translation>‏[Dîfféŕéñçéš bétwééñ thé gŕöûpš ~~~~~~ ~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ConfusionPlot</name>
        <message>
            <source>answer</source>
            <translation>‏[áñšwéŕ ~]</translation>
        </message>
        <message>
            <source>true class</source>
            <translation>‏[tŕûé çlášš ~~]</translation>
        </message>
        <message>
            <source>Confusion of classes</source>
            <translation>‏[Çöñfûšîöñ öf çláššéš ~~~~~~]</translation>
        </message>
        <message>
            <source>First run</source>
            <translation>‏[Fîŕšt ŕûñ ~~]</translation>
        </message>
        <message>
            <source>Second run</source>
            <translation>‏[Šéçöñd ŕûñ ~~]</translation>
        </message>
        <message>
            <source>Answers of</source>
            <translation>‏[Åñšwéŕš öf ~~]</translation>
        </message>
        <message>
            <source>none</source>
            <comment>run</comment>
            <translation>‏[ñöñé]</translation>
        </message>
        <message>
            <source>Second - first</source>
            <translation>‏[Šéçöñd - fîŕšt ~~~~]</translation>
        </message>
        <message>
            <source>difference of shares</source>
            <translation>‏[dîfféŕéñçé öf šháŕéš ~~~~~~]</translation>
        </message>
        <message>
            <source>share of the true class</source>
            <translation>‏[šháŕé öf thé tŕûé çlášš ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>run: problem</comment>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>%1 kept no answers to its test items: it has not ended, or an earlier version of the program made it.</source>
            <translation>‏[%1 képt ñö áñšwéŕš tö îtš téšt îtémš: ît háš ñöt éñdéd, öŕ áñ éáŕlîéŕ véŕšîöñ öf thé pŕögŕám mádé ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>%1 has not measured these answers.</source>
            <translation>‏[%1 háš ñöt méášûŕéd théšé áñšwéŕš. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Choose a run that is done to see which classes it takes for which others.</source>
            <translation>‏[Çhööšé á ŕûñ thát îš döñé tö šéé whîçh çláššéš ît tákéš föŕ whîçh öthéŕš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1. Numbers: test items.</source>
            <comment>whose answers</comment>
            <translation>‏[%1. Ñûmbéŕš: téšt îtémš. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The runs have different classes, so there is no difference.</source>
            <translation>‏[Thé ŕûñš hávé dîfféŕéñt çláššéš, šö théŕé îš ñö dîfféŕéñçé. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>On the same %1 items, only the first is right on %2, only the second on %3 (exact McNemar test of these two networks, %4).</source>
            <translation>‏[Öñ thé šámé %1 îtémš, öñlý thé fîŕšt îš ŕîght öñ %2, öñlý thé šéçöñd öñ %3 (éxáçt MçÑémáŕ téšt öf théšé twö ñétwöŕkš, %4). ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>They were tested on different items, so items are not paired.</source>
            <translation>‏[Théý wéŕé téštéd öñ dîfféŕéñt îtémš, šö îtémš áŕé ñöt páîŕéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1: %2 of %3 items (%4)</source>
            <comment>run: items</comment>
            <translation>‏[%1: %2 öf %3 îtémš (%4) ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>True class %1, answer %2. %3</source>
            <translation>‏[Tŕûé çlášš %1, áñšwéŕ %2. %3 ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>%1: %2 of %3 test items right.</source>
            <translation>‏[%1: %2 öf %3 téšt îtémš ŕîght. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Most often, class %1 was taken for class %2: %3 items.</source>
            <translation>‏[Möšt öftéñ, çlášš %1 wáš tákéñ föŕ çlášš %2: %3 îtémš. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>run</source>
            <translation>‏[ŕûñ]</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>‏[šééd]</translation>
        </message>
        <message>
            <source>answers of</source>
            <translation>‏[áñšwéŕš öf ~~]</translation>
        </message>
        <message>
            <source>test items</source>
            <translation>‏[téšt îtémš ~~]</translation>
        </message>
        <message>
            <source>share of the true class (%)</source>
            <translation>‏[šháŕé öf thé tŕûé çlášš (%) ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::CurvePlot</name>
        <message>
            <source>epoch</source>
            <translation>‏[épöçh]</translation>
        </message>
        <message>
            <source>share of inputs (%)</source>
            <translation>‏[šháŕé öf îñpûtš (%) ~~~~~~]</translation>
        </message>
        <message>
            <source>readout</source>
            <translation>‏[ŕéádöût ~]</translation>
        </message>
        <message>
            <source>one matched pair of layers</source>
            <translation>‏[öñé mátçhéd páîŕ öf láýéŕš ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>mean over the pairs</source>
            <translation>‏[méáñ övéŕ thé páîŕš ~~~~~~]</translation>
        </message>
        <message>
            <source>test, 95%</source>
            <translation>‏[téšt, 95% ~~]</translation>
        </message>
        <message numerus="yes">
            <source>N = %n run(s).</source>
            <translation>
                <numerusform>‏[Ñ = %n ŕûñ(š). ~~~~]</numerusform>
                <numerusform>‏[Ñ = %n ŕûñ(š). ~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>‏[%1, %2 ~]</translation>
        </message>
        <message>
            <source>%1, %2: %3, %4</source>
            <translation>‏[%1, %2: %3, %4 ~~~~]</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>‏[%1 öf %2 ~~]</translation>
        </message>
        <message>
            <source>optimiser step %1</source>
            <translation>‏[öptîmîšéŕ štép %1 ~~~~~]</translation>
        </message>
        <message>
            <source>epoch %1</source>
            <translation>‏[épöçh %1 ~~]</translation>
        </message>
        <message>
            <source>test: %1</source>
            <translation>‏[téšt: %1 ~~]</translation>
        </message>
        <message>
            <source>test: %1 (95% interval: %2 to %3)</source>
            <translation>‏[téšt: %1 (95% îñtéŕvál: %2 tö %3) ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Run a transfer, or choose a run, to see this: %1.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ, öŕ çhööšé á ŕûñ, tö šéé thîš: %1. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The chosen runs have no values for this: %1.</source>
            <translation>‏[Thé çhöšéñ ŕûñš hávé ñö válûéš föŕ thîš: %1. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>‏[%1 (%2) ~]</translation>
        </message>
        <message>
            <source>run</source>
            <translation>‏[ŕûñ]</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>‏[šééd]</translation>
        </message>
        <message>
            <source>curve</source>
            <translation>‏[çûŕvé]</translation>
        </message>
        <message>
            <source>layers</source>
            <translation>‏[láýéŕš ~]</translation>
        </message>
        <message>
            <source>value</source>
            <translation>‏[válûé]</translation>
        </message>
        <message>
            <source>95% interval, lower end</source>
            <translation>‏[95% îñtéŕvál, löwéŕ éñd ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>95% interval, upper end</source>
            <translation>‏[95% îñtéŕvál, ûppéŕ éñd ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Accuracy, test</source>
            <translation>‏[Åççûŕáçý, téšt ~~~~]</translation>
        </message>
        <message>
            <source>%1: %2 at %3, %4 at %5.</source>
            <translation>‏[%1: %2 át %3, %4 át %5. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1, %2.</source>
            <translation>‏[%1, %2. ~]</translation>
        </message>
        <message>
            <source>Values in %1.</source>
            <comment>unit</comment>
            <translation>‏[Válûéš îñ %1. ~~~~]</translation>
        </message>
        <message>
            <source>%1, control, test: %2</source>
            <translation>‏[%1, çöñtŕöl, téšt: %2 ~~~~~~]</translation>
        </message>
        <message>
            <source>readout, after the last epoch</source>
            <translation>‏[ŕéádöût, áftéŕ thé lášt épöçh ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Crosses: controls, on the test inputs.</source>
            <translation>‏[Çŕöššéš: çöñtŕölš, öñ thé téšt îñpûtš. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>control and accuracy</comment>
            <translation>‏[%1 %2]</translation>
        </message>
        <message>
            <source>Control, test: %1</source>
            <translation>‏[Çöñtŕöl, téšt: %1 ~~~~~]</translation>
        </message>
        <message>
            <source>Control, test: %1.</source>
            <translation>‏[Çöñtŕöl, téšt: %1. ~~~~~~]</translation>
        </message>
        <message>
            <source>The runs differ in their numbers of epochs: each one's readout, after its last epoch, is a triangle.</source>
            <translation>‏[Thé ŕûñš dîfféŕ îñ théîŕ ñûmbéŕš öf épöçhš: éáçh öñé'š ŕéádöût, áftéŕ îtš lášt épöçh, îš á tŕîáñglé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Intervals are Wilson's 95% intervals over the inputs of one run.</source>
            <translation>‏[Îñtéŕválš áŕé Wîlšöñ'š 95% îñtéŕválš övéŕ thé îñpûtš öf öñé ŕûñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Smoothing</source>
            <translation>‏[Šmööthîñg ~~]</translation>
        </message>
        <message>
            <source>Weight of the past in an exponential moving average. What was measured stays in sight, pale.</source>
            <translation>‏[Wéîght öf thé pášt îñ áñ éxpöñéñtîál mövîñg ávéŕágé. Whát wáš méášûŕéd štáýš îñ šîght, pálé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>none</source>
            <translation>‏[ñöñé]</translation>
        </message>
        <message>
            <source>Logarithmic</source>
            <translation>‏[Lögáŕîthmîç ~~~]</translation>
        </message>
        <message>
            <source>A logarithmic axis has no place for 0 and less, and the least value is %1.</source>
            <translation>‏[Å lögáŕîthmîç áxîš háš ñö pláçé föŕ 0 áñd léšš, áñd thé léášt válûé îš %1. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>A logarithmic axis for the values.</source>
            <translation>‏[Å lögáŕîthmîç áxîš föŕ thé válûéš. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1, logarithmic</source>
            <translation>‏[%1, lögáŕîthmîç ~~~~]</translation>
        </message>
        <message>
            <source>%1, chosen</source>
            <translation>‏[%1, çhöšéñ ~~]</translation>
        </message>
        <message>
            <source>Band: 95% interval (Wilson) of the accuracy on %1 validation inputs.</source>
            <translation>‏[Báñd: 95% îñtéŕvál (Wîlšöñ) öf thé áççûŕáçý öñ %1 válîdátîöñ îñpûtš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Bands: 95% intervals (Wilson) of the accuracies on the validation inputs of each run.</source>
            <translation>‏[Báñdš: 95% îñtéŕválš (Wîlšöñ) öf thé áççûŕáçîéš öñ thé válîdátîöñ îñpûtš öf éáçh ŕûñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Strong lines: exponential moving average, weight %1. Pale lines and numbers: as measured.</source>
            <translation>‏[Štŕöñg lîñéš: éxpöñéñtîál mövîñg ávéŕágé, wéîght %1. Pálé lîñéš áñd ñûmbéŕš: áš méášûŕéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 (95% interval: %2 to %3)</source>
            <translation>‏[%1 (95% îñtéŕvál: %2 tö %3) ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1, smoothed %2</source>
            <translation>‏[%1, šmööthéd %2 ~~~~]</translation>
        </message>
        <message>
            <source>epoch: %1, %2: %3</source>
            <translation>‏[épöçh: %1, %2: %3 ~~~~~]</translation>
        </message>
        <message>
            <source>smoothed, weight %1</source>
            <translation>‏[šmööthéd, wéîght %1 ~~~~~~]</translation>
        </message>
        <message>
            <source>Logarithmic epochs</source>
            <translation>‏[Lögáŕîthmîç épöçhš ~~~~~~]</translation>
        </message>
        <message>
            <source>A logarithmic axis has no place for epoch 0, and nothing was measured after it.</source>
            <translation>‏[Å lögáŕîthmîç áxîš háš ñö pláçé föŕ épöçh 0, áñd ñöthîñg wáš méášûŕéd áftéŕ ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>A logarithmic axis for the epochs. Epoch 0, before the first step, has no place on it.</source>
            <translation>‏[Å lögáŕîthmîç áxîš föŕ thé épöçhš. Épöçh 0, béföŕé thé fîŕšt štép, háš ñö pláçé öñ ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>epoch, logarithmic</source>
            <translation>‏[épöçh, lögáŕîthmîç ~~~~~~]</translation>
        </message>
        <message>
            <source>Epoch 0 is left out: it has no place on a logarithmic axis.</source>
            <translation>‏[Épöçh 0 îš léft öût: ît háš ñö pláçé öñ á lögáŕîthmîç áxîš. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::CurvesSection</name>
        <message>
            <source>Curves</source>
            <translation>‏[Çûŕvéš ~]</translation>
        </message>
        <message>
            <source>Curves of the first %1 of %2 runs.</source>
            <translation>‏[Çûŕvéš öf thé fîŕšt %1 öf %2 ŕûñš. ~~~~~~ ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::CurvesView</name>
        <message>
            <source>Run a transfer to see its accuracy, losses and drifts grow.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ tö šéé îtš áççûŕáçý, löššéš áñd dŕîftš gŕöw. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>‏[Çûŕvéš ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::CustomPlot</name>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>‏[%1, %2 ~]</translation>
        </message>
        <message>
            <source>%1, seed %2</source>
            <translation>‏[%1, šééd %2 ~~~]</translation>
        </message>
        <message>
            <source>Run: %1.</source>
            <translation>‏[Ŕûñ: %1. ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::DataCard</name>
        <message>
            <source>Source training (samples)</source>
            <translation>‏[Šöûŕçé tŕáîñîñg (šámpléš) ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Labelled samples that trained networks learn from.</source>
            <translation>‏[Lábélléd šámpléš thát tŕáîñéd ñétwöŕkš léáŕñ fŕöm. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Reference (samples)</source>
            <translation>‏[Ŕéféŕéñçé (šámpléš) ~~~~~~]</translation>
        </message>
        <message>
            <source>Unlabelled inputs on which the source teaches the receiver.</source>
            <translation>‏[Ûñlábélléd îñpûtš öñ whîçh thé šöûŕçé téáçhéš thé ŕéçéîvéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Validation (samples)</source>
            <translation>‏[Válîdátîöñ (šámpléš) ~~~~~~]</translation>
        </message>
        <message>
            <source>Inputs for the curves and the views.</source>
            <translation>‏[Îñpûtš föŕ thé çûŕvéš áñd thé vîéwš. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Test (samples)</source>
            <translation>‏[Téšt (šámpléš) ~~~~]</translation>
        </message>
        <message>
            <source>Touched once, at the end, for the figures that are reported.</source>
            <translation>‏[Töûçhéd öñçé, át thé éñd, föŕ thé fîgûŕéš thát áŕé ŕépöŕtéd. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>‏[Dátá]</translation>
        </message>
        <message>
            <source>Data set</source>
            <translation>‏[Dátá šét ~~]</translation>
        </message>
        <message>
            <source>The task that the source knows.</source>
            <translation>‏[Thé tášk thát thé šöûŕçé kñöwš. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>default</source>
            <translation>‏[défáûlt ~]</translation>
        </message>
        <message>
            <source>Receiver names other classes</source>
            <translation>‏[Ŕéçéîvéŕ ñáméš öthéŕ çláššéš ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Declares that source and receiver solve different tasks: outputs are then not compared, and the receiver's head is not fitted.</source>
            <translation>‏[Déçláŕéš thát šöûŕçé áñd ŕéçéîvéŕ šölvé dîfféŕéñt táškš: öûtpûtš áŕé théñ ñöt çömpáŕéd, áñd thé ŕéçéîvéŕ'š héád îš ñöt fîttéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 classes, %2 unlabelled reference samples</source>
            <translation>‏[%1 çláššéš, %2 ûñlábélléd ŕéféŕéñçé šámpléš ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Look into the data…</source>
            <translation>‏[Löök îñtö thé dátá… ~~~~~~]</translation>
        </message>
        <message>
            <source>Shows samples, classes and what was left out, and how a file is read.</source>
            <translation>‏[Šhöwš šámpléš, çláššéš áñd whát wáš léft öût, áñd höw á fîlé îš ŕéád. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>‏[Šhîft]</translation>
        </message>
        <message>
            <source>none</source>
            <translation>‏[ñöñé]</translation>
        </message>
        <message>
            <source>Strength of the shift (0 to 1)</source>
            <translation>‏[Štŕéñgth öf thé šhîft (0 tö 1) ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>0 changes nothing.</source>
            <translation>‏[0 çháñgéš ñöthîñg. ~~~~~~]</translation>
        </message>
        <message>
            <source>Task of the source</source>
            <translation>‏[Tášk öf thé šöûŕçé ~~~~~~]</translation>
        </message>
        <message>
            <source>the same</source>
            <translation>‏[thé šámé ~~]</translation>
        </message>
        <message>
            <source>Share of the classes that change (0 to 1)</source>
            <translation>‏[Šháŕé öf thé çláššéš thát çháñgé (0 tö 1) ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Data of the source</source>
            <translation>‏[Dátá öf thé šöûŕçé ~~~~~~]</translation>
        </message>
        <message>
            <source>A file, or the name of a built-in data set, with the same kind of inputs.</source>
            <translation>‏[Å fîlé, öŕ thé ñámé öf á bûîlt-îñ dátá šét, wîth thé šámé kîñd öf îñpûtš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Open data</source>
            <translation>‏[Öpéñ dátá ~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>Choose data</source>
            <translation>‏[Çhööšé dátá ~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>%1, being read…</source>
            <translation>‏[%1, béîñg ŕéád… ~~~~]</translation>
        </message>
        <message>
            <source>Preview the shift…</source>
            <translation>‏[Pŕévîéw thé šhîft… ~~~~~~]</translation>
        </message>
        <message>
            <source>Shows samples before and after the shift.</source>
            <translation>‏[Šhöwš šámpléš béföŕé áñd áftéŕ thé šhîft. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 Look into the data to correct how they are read, or choose others.</source>
            <translation>‏[%1 Löök îñtö thé dátá tö çöŕŕéçt höw théý áŕé ŕéád, öŕ çhööšé öthéŕš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>‏[Fŕöm á fîlé… ~~~]</translation>
        </message>
        <message>
            <source>From a folder…</source>
            <translation>‏[Fŕöm á földéŕ… ~~~~]</translation>
        </message>
        <message>
            <source>%1, being read… %2</source>
            <translation>‏[%1, béîñg ŕéád… %2 ~~~~~~]</translation>
        </message>
        <message>
            <source>Changes the inputs of all parts that the source was not trained on. Every run first checks whether the source meets other inputs than in its own data, and warns.</source>
            <translation>‏[Çháñgéš thé îñpûtš öf áll páŕtš thát thé šöûŕçé wáš ñöt tŕáîñéd öñ. Évéŕý ŕûñ fîŕšt çhéçkš whéthéŕ thé šöûŕçé méétš öthéŕ îñpûtš tháñ îñ îtš öwñ dátá, áñd wáŕñš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>A source that was trained on another task than the one that is measured. The check before a transfer sees inputs and not labels: it cannot warn of wrong labels.</source>
            <translation>‏[Å šöûŕçé thát wáš tŕáîñéd öñ áñöthéŕ tášk tháñ thé öñé thát îš méášûŕéd. Thé çhéçk béföŕé á tŕáñšféŕ šééš îñpûtš áñd ñöt lábélš: ît çáññöt wáŕñ öf wŕöñg lábélš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::DataFacts</name>
        <message numerus="yes">
            <source>%Ln sample(s)</source>
            <translation>
                <numerusform>‏[%Ln šámplé(š) ~~~~]</numerusform>
                <numerusform>‏[%Ln šámplé(š) ~~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln class(es)</source>
            <translation>
                <numerusform>‏[%Ln çlášš(éš) ~~~~]</numerusform>
                <numerusform>‏[%Ln çlášš(éš) ~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>‏[Çláššéš ~]</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>‏[Çlášš]</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>‏[Šámpléš ~]</translation>
        </message>
        <message>
            <source>What was left out</source>
            <translation>‏[Whát wáš léft öût ~~~~~]</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>‏[Pláçé]</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>‏[Ŕéášöñ ~]</translation>
        </message>
        <message>
            <source>Columns of the file</source>
            <translation>‏[Çölûmñš öf thé fîlé ~~~~~~]</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>‏[Çölûmñ ~]</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>‏[Höldš]</translation>
        </message>
        <message>
            <source>Different values</source>
            <translation>‏[Dîfféŕéñt válûéš ~~~~~]</translation>
        </message>
        <message>
            <source>Facts about the data</source>
            <translation>‏[Fáçtš áböût thé dátá ~~~~~~]</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>‏[Léft öût ~~]</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>‏[Çölûmñš ~]</translation>
        </message>
        <message>
            <source>Samples, classes and what was left out are shown here as soon as the data have been read.</source>
            <translation>‏[Šámpléš, çláššéš áñd whát wáš léft öût áŕé šhöwñ héŕé áš šööñ áš thé dátá hávé bééñ ŕéád. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2. Numbers from %3 to %4, %5 in memory.</source>
            <translation>‏[%1: %2. Ñûmbéŕš fŕöm %3 tö %4, %5 îñ mémöŕý. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>‏[áñd %n möŕé ~~~]</numerusform>
                <numerusform>‏[áñd %n möŕé ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Left out (%1)</source>
            <translation>‏[Léft öût (%1) ~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>‏[%Ln möŕé ~~]</numerusform>
                <numerusform>‏[%Ln möŕé ~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>counted, but not listed</source>
            <translation>‏[çöûñtéd, bût ñöt lîštéd ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Arrays</source>
            <translation>‏[Åŕŕáýš ~]</translation>
        </message>
        <message>
            <source>one value</source>
            <translation>‏[öñé válûé ~~]</translation>
        </message>
        <message>
            <source>numbers</source>
            <translation>‏[ñûmbéŕš ~]</translation>
        </message>
        <message>
            <source>text</source>
            <translation>‏[téxt]</translation>
        </message>
        <message numerus="yes">
            <source>%Ln left out</source>
            <translation>
                <numerusform>‏[%Ln léft öût ~~~]</numerusform>
                <numerusform>‏[%Ln léft öût ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>“%1” cannot be read: %2.</source>
            <translation>‏[“%1” çáññöt bé ŕéád: %2. ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::DataImportDialog</name>
        <message>
            <source>Look into the data</source>
            <translation>‏[Löök îñtö thé dátá ~~~~~~]</translation>
        </message>
        <message>
            <source>Use these data</source>
            <translation>‏[Ûšé théšé dátá ~~~~]</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>‏[Çhööšé á fîlé… ~~~~]</translation>
        </message>
        <message>
            <source>Choose a folder of images…</source>
            <translation>‏[Çhööšé á földéŕ öf îmágéš… ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>‏[Šhîft]</translation>
        </message>
        <message>
            <source>Changes the inputs of all parts that the source was not trained on.</source>
            <translation>‏[Çháñgéš thé îñpûtš öf áll páŕtš thát thé šöûŕçé wáš ñöt tŕáîñéd öñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>none</source>
            <translation>‏[ñöñé]</translation>
        </message>
        <message>
            <source>Strength of the shift</source>
            <translation>‏[Štŕéñgth öf thé šhîft ~~~~~~]</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>‏[Štŕéñgth ~~]</translation>
        </message>
        <message>
            <source>Stop reading</source>
            <translation>‏[Štöp ŕéádîñg ~~~]</translation>
        </message>
        <message>
            <source>Reading the data</source>
            <translation>‏[Ŕéádîñg thé dátá ~~~~~]</translation>
        </message>
        <message>
            <source>Open data</source>
            <translation>‏[Öpéñ dátá ~~]</translation>
        </message>
        <message>
            <source>Data (*.csv *.tsv *.txt *.npy *.npz *.safetensors *.gz *-ubyte)</source>
            <translation>‏[Dátá (*.csv *.tsv *.txt *.npy *.npz *.safetensors *.gz *-ûbýté) ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>Open a folder with a folder of images for each class</source>
            <translation>‏[Öpéñ á földéŕ wîth á földéŕ öf îmágéš föŕ éáçh çlášš ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Reading was stopped. Change something or choose the file again to go on.</source>
            <translation>‏[Ŕéádîñg wáš štöppéd. Çháñgé šöméthîñg öŕ çhööšé thé fîlé ágáîñ tö gö öñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Built in: %1</source>
            <translation>‏[Bûîlt îñ: %1 ~~~]</translation>
        </message>
        <message>
            <source>No file chosen</source>
            <translation>‏[Ñö fîlé çhöšéñ ~~~~]</translation>
        </message>
        <message>
            <source>Choose a file, or a folder with a folder of images for each class.</source>
            <translation>‏[Çhööšé á fîlé, öŕ á földéŕ wîth á földéŕ öf îmágéš föŕ éáçh çlášš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The data are being read.</source>
            <translation>‏[Thé dátá áŕé béîñg ŕéád. ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::DataReadingForm</name>
        <message>
            <source>Separator</source>
            <translation>‏[Šépáŕátöŕ ~~]</translation>
        </message>
        <message>
            <source>What stands between the columns.</source>
            <translation>‏[Whát štáñdš bétwééñ thé çölûmñš. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>found out</source>
            <translation>‏[föûñd öût ~~]</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>‏[çömmá]</translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation>‏[šémîçölöñ ~~]</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>‏[táb]</translation>
        </message>
        <message>
            <source>space</source>
            <translation>‏[špáçé]</translation>
        </message>
        <message>
            <source>bar</source>
            <translation>‏[báŕ]</translation>
        </message>
        <message>
            <source>First row</source>
            <translation>‏[Fîŕšt ŕöw ~~]</translation>
        </message>
        <message>
            <source>Whether the first row names the columns.</source>
            <translation>‏[Whéthéŕ thé fîŕšt ŕöw ñáméš thé çölûmñš. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>names</source>
            <translation>‏[ñáméš]</translation>
        </message>
        <message>
            <source>numbers</source>
            <translation>‏[ñûmbéŕš ~]</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>‏[Îñpûtš ~]</translation>
        </message>
        <message>
            <source>The array that holds the inputs.</source>
            <translation>‏[Thé áŕŕáý thát höldš thé îñpûtš. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>‏[Lábél]</translation>
        </message>
        <message>
            <source>The column, the array or the file that holds the classes. A column may be named by its number, from 1.</source>
            <translation>‏[Thé çölûmñ, thé áŕŕáý öŕ thé fîlé thát höldš thé çláššéš. Å çölûmñ máý bé ñáméd bý îtš ñûmbéŕ, fŕöm 1. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Inputs are</source>
            <translation>‏[Îñpûtš áŕé ~~]</translation>
        </message>
        <message>
            <source>What a network shall see in the numbers of a sample.</source>
            <translation>‏[Whát á ñétwöŕk šháll šéé îñ thé ñûmbéŕš öf á šámplé. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>vectors</source>
            <translation>‏[véçtöŕš ~]</translation>
        </message>
        <message>
            <source>images</source>
            <translation>‏[îmágéš ~]</translation>
        </message>
        <message>
            <source>rows</source>
            <translation>‏[ŕöwš]</translation>
        </message>
        <message>
            <source>tokens</source>
            <translation>‏[tökéñš ~]</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>‏[Héîght ~]</translation>
        </message>
        <message>
            <source>Rows of an image, in pixels.</source>
            <translation>‏[Ŕöwš öf áñ îmágé, îñ pîxélš. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>‏[Wîdth]</translation>
        </message>
        <message>
            <source>Columns of an image in pixels, numbers of a row, or tokens of a text.</source>
            <translation>‏[Çölûmñš öf áñ îmágé îñ pîxélš, ñûmbéŕš öf á ŕöw, öŕ tökéñš öf á téxt. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>‏[Çháññélš ~~]</translation>
        </message>
        <message>
            <source>1 for grey images, 3 for colour.</source>
            <translation>‏[1 föŕ gŕéý îmágéš, 3 föŕ çölöûŕ. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Scaling</source>
            <translation>‏[Šçálîñg ~]</translation>
        </message>
        <message>
            <source>How numbers are scaled before a network sees them.</source>
            <translation>‏[Höw ñûmbéŕš áŕé šçáléd béföŕé á ñétwöŕk šééš thém. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>none</source>
            <translation>‏[ñöñé]</translation>
        </message>
        <message>
            <source>to 0 … 1</source>
            <translation>‏[tö 0 … 1 ~~]</translation>
        </message>
        <message>
            <source>mean 0, deviation 1</source>
            <translation>‏[méáñ 0, dévîátîöñ 1 ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>found out: %1</source>
            <translation>‏[föûñd öût: %1 ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::DistributionPlot</name>
        <message>
            <source>Distribution of activations</source>
            <translation>‏[Dîštŕîbûtîöñ öf áçtîvátîöñš ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Logarithmic</source>
            <translation>‏[Lögáŕîthmîç ~~~]</translation>
        </message>
        <message>
            <source>A logarithmic axis for the density shows rare values.</source>
            <translation>‏[Å lögáŕîthmîç áxîš föŕ thé déñšîtý šhöwš ŕáŕé válûéš. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>activation</source>
            <translation>‏[áçtîvátîöñ ~~]</translation>
        </message>
        <message>
            <source>density (logarithmic)</source>
            <translation>‏[déñšîtý (lögáŕîthmîç) ~~~~~~]</translation>
        </message>
        <message>
            <source>density</source>
            <translation>‏[déñšîtý ~]</translation>
        </message>
        <message>
            <source>density, share per unit of activation</source>
            <translation>‏[déñšîtý, šháŕé péŕ ûñît öf áçtîvátîöñ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n chosen sample(s)</source>
            <translation>
                <numerusform>‏[%1, %n çhöšéñ šámplé(š) ~~~~~~ ~]</numerusform>
                <numerusform>‏[%1, %n çhöšéñ šámplé(š) ~~~~~~ ~]</numerusform>
            </translation>
        </message>
        <message>
            <source>source, %1</source>
            <translation>‏[šöûŕçé, %1 ~~]</translation>
        </message>
        <message>
            <source>receiver before, %1</source>
            <translation>‏[ŕéçéîvéŕ béföŕé, %1 ~~~~~~]</translation>
        </message>
        <message>
            <source>receiver after, %1</source>
            <translation>‏[ŕéçéîvéŕ áftéŕ, %1 ~~~~~~]</translation>
        </message>
        <message>
            <source>receiver, %1</source>
            <translation>‏[ŕéçéîvéŕ, %1 ~~~]</translation>
        </message>
        <message>
            <source>%1, chosen samples: %2</source>
            <translation>‏[%1, çhöšéñ šámpléš: %2 ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>activations from %1 to under %2: %3</source>
            <comment>a bin, then what share of each is in it</comment>
            <translation>‏[áçtîvátîöñš fŕöm %1 tö ûñdéŕ %2: %3 ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between two networks</comment>
            <translation>‏[; ]</translation>
        </message>
        <message>
            <source>The distributions are being computed.</source>
            <translation>‏[Thé dîštŕîbûtîöñš áŕé béîñg çömpûtéd. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>No activation of these layers is finite.</source>
            <translation>‏[Ñö áçtîvátîöñ öf théšé láýéŕš îš fîñîté. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: no activation is finite.</source>
            <translation>‏[%1: ñö áçtîvátîöñ îš fîñîté. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>%1: every activation is %2.</source>
            <translation>‏[%1: évéŕý áçtîvátîöñ îš %2. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1: %2 activations are missing, since they are not finite.</source>
            <translation>‏[%1: %2 áçtîvátîöñš áŕé mîššîñg, šîñçé théý áŕé ñöt fîñîté. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1: activations from %2 to %3, mean %4, standard deviation %5.</source>
            <translation>‏[%1: áçtîvátîöñš fŕöm %2 tö %3, méáñ %4, štáñdáŕd dévîátîöñ %5. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n chosen sample(s): activations from %2 to %3, mean %4, standard deviation %5.</source>
            <translation>
                <numerusform>‏[%1, %n çhöšéñ šámplé(š): áçtîvátîöñš fŕöm %2 tö %3, méáñ %4, štáñdáŕd dévîátîöñ %5. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</numerusform>
                <numerusform>‏[%1, %n çhöšéñ šámplé(š): áçtîvátîöñš fŕöm %2 tö %3, méáñ %4, štáñdáŕd dévîátîöñ %5. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>from</source>
            <translation>‏[fŕöm]</translation>
        </message>
        <message>
            <source>to under</source>
            <translation>‏[tö ûñdéŕ ~~]</translation>
        </message>
        <message>
            <source>density, %1</source>
            <translation>‏[déñšîtý, %1 ~~~]</translation>
        </message>
        <message>
            <source>density, %1, chosen samples</source>
            <translation>‏[déñšîtý, %1, çhöšéñ šámpléš ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The distributions could not be computed. %1</source>
            <translation>‏[Thé dîštŕîbûtîöñš çöûld ñöt bé çömpûtéd. %1 ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The distributions will be computed as soon as the engine is there.</source>
            <translation>‏[Thé dîštŕîbûtîöñš wîll bé çömpûtéd áš šööñ áš thé éñgîñé îš théŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::DistributionsPage</name>
        <message>
            <source>Distributions of activations</source>
            <translation>‏[Dîštŕîbûtîöñš öf áçtîvátîöñš ~~~~~~ ~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::DocumentController</name>
        <message>
            <source>A part of the run cannot be shown. %1</source>
            <translation>‏[Å páŕt öf thé ŕûñ çáññöt bé šhöwñ. %1 ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>‏[Öpéñ]</translation>
        </message>
        <message>
            <source>Experiments (*.tessera.json)</source>
            <translation>‏[Éxpéŕîméñtš (*.tessera.json) ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Run stores (*.db)</source>
            <translation>‏[Ŕûñ štöŕéš (*.db) ~~~~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>“%1” cannot be opened. %2</source>
            <translation>‏[“%1” çáññöt bé öpéñéd. %2 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>“%1” is neither an experiment, nor a token, nor a run store.</source>
            <translation>‏[“%1” îš ñéîthéŕ áñ éxpéŕîméñt, ñöŕ á tökéñ, ñöŕ á ŕûñ štöŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>“%1” cannot be opened as an experiment.</source>
            <translation>‏[“%1” çáññöt bé öpéñéd áš áñ éxpéŕîméñt. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Open a run store</source>
            <translation>‏[Öpéñ á ŕûñ štöŕé ~~~~~]</translation>
        </message>
        <message>
            <source>New run store</source>
            <translation>‏[Ñéw ŕûñ štöŕé ~~~~]</translation>
        </message>
        <message>
            <source>The experiment was not saved. %1</source>
            <translation>‏[Thé éxpéŕîméñt wáš ñöt šávéd. %1 ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Save the experiment</source>
            <translation>‏[Šávé thé éxpéŕîméñt ~~~~~~]</translation>
        </message>
        <message>
            <source>Copied: %1</source>
            <translation>‏[Çöpîéd: %1 ~~]</translation>
        </message>
        <message>
            <source>Save the changes to “%1”?</source>
            <translation>‏[Šávé thé çháñgéš tö “%1”? ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The run store is no longer there. Until it is put back or another one is opened, nothing can be kept.</source>
            <translation>‏[Thé ŕûñ štöŕé îš ñö löñgéŕ théŕé. Ûñtîl ît îš pût báçk öŕ áñöthéŕ öñé îš öpéñéd, ñöthîñg çáñ bé képt. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>This run store is open already.</source>
            <translation>‏[Thîš ŕûñ štöŕé îš öpéñ álŕéádý. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Everything that can be opened (*.tessera.json *.tbf *.safetensors *.json *.db)</source>
            <translation>‏[Évéŕýthîñg thát çáñ bé öpéñéd (*.tessera.json *.tbf *.safetensors *.json *.db) ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Tokens (*.tbf *.safetensors *.json)</source>
            <translation>‏[Tökéñš (*.tbf *.safetensors *.json) ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Studies (*.study.json)</source>
            <translation>‏[Štûdîéš (*.study.json) ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::DriftStripPlot</name>
        <message>
            <source>Layer drift by pair</source>
            <translation>‏[Láýéŕ dŕîft bý páîŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>Logarithmic colours</source>
            <translation>‏[Lögáŕîthmîç çölöûŕš ~~~~~~]</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>‏[épöçh]</translation>
        </message>
        <message>
            <source>Colours by the logarithm of the drift.</source>
            <translation>‏[Çölöûŕš bý thé lögáŕîthm öf thé dŕîft. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>A logarithm needs drifts above 0, and one of them is 0.</source>
            <translation>‏[Å lögáŕîthm ñéédš dŕîftš ábövé 0, áñd öñé öf thém îš 0. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>readout</source>
            <translation>‏[ŕéádöût ~]</translation>
        </message>
        <message>
            <source>layer drift (nats, logarithmic)</source>
            <translation>‏[láýéŕ dŕîft (ñátš, lögáŕîthmîç) ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>layer drift (nats)</source>
            <translation>‏[láýéŕ dŕîft (ñátš) ~~~~~~]</translation>
        </message>
        <message>
            <source>hatched: not measured</source>
            <translation>‏[hátçhéd: ñöt méášûŕéd ~~~~~~]</translation>
        </message>
        <message>
            <source>Run a transfer, or choose a run, to see the drift of each pair of layers.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ, öŕ çhööšé á ŕûñ, tö šéé thé dŕîft öf éáçh páîŕ öf láýéŕš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The chosen run has no values for the drift of its pairs of layers.</source>
            <translation>‏[Thé çhöšéñ ŕûñ háš ñö válûéš föŕ thé dŕîft öf îtš páîŕš öf láýéŕš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>mean over the pairs</source>
            <translation>‏[méáñ övéŕ thé páîŕš ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 &gt; %2</source>
            <comment>layer of the source, matched layer of the receiver</comment>
            <translation>‏[%1 &gt; %2 ~]</translation>
        </message>
        <message>
            <source>epoch %1</source>
            <translation>‏[épöçh %1 ~~]</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <translation>‏[%1, %2: %3 ~~]</translation>
        </message>
        <message>
            <source>%1 nats</source>
            <translation>‏[%1 ñátš ~]</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>‏[ñöt méášûŕéd ~~~]</translation>
        </message>
        <message>
            <source>This run kept the mean only, and no single pairs.</source>
            <translation>‏[Thîš ŕûñ képt thé méáñ öñlý, áñd ñö šîñglé páîŕš. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>Of the first of %n run(s): %1.</source>
            <translation>
                <numerusform>‏[Öf thé fîŕšt öf %n ŕûñ(š): %1. ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[Öf thé fîŕšt öf %n ŕûñ(š): %1. ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: not measured.</source>
            <translation>‏[%1: ñöt méášûŕéd. ~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2 nats at %3, %4 nats at %5.</source>
            <translation>‏[%1: %2 ñátš át %3, %4 ñátš át %5. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>pair of layers</source>
            <translation>‏[páîŕ öf láýéŕš ~~~~]</translation>
        </message>
        <message>
            <source>%1 (nats)</source>
            <comment>step and unit</comment>
            <translation>‏[%1 (ñátš) ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ExperimentDocument</name>
        <message>
            <source>Untitled</source>
            <translation>‏[Ûñtîtléd ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ExportController</name>
        <message>
            <source>This view holds no plots to export.</source>
            <translation>‏[Thîš vîéw höldš ñö plötš tö éxpöŕt. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Export the figure</source>
            <translation>‏[Éxpöŕt thé fîgûŕé ~~~~~]</translation>
        </message>
        <message>
            <source>The figure was not exported. %1</source>
            <translation>‏[Thé fîgûŕé wáš ñöt éxpöŕtéd. %1 ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Exported to %1</source>
            <translation>‏[Éxpöŕtéd tö %1 ~~~~]</translation>
        </message>
        <message>
            <source>Figure width</source>
            <translation>‏[Fîgûŕé wîdth ~~~]</translation>
        </message>
        <message>
            <source>Width of exported figures (inches, %1 to %2):</source>
            <translation>‏[Wîdth öf éxpöŕtéd fîgûŕéš (îñçhéš, %1 tö %2): ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>“%1” is not a width between %2 and %3 inches.</source>
            <translation>‏[“%1” îš ñöt á wîdth bétwééñ %2 áñd %3 îñçhéš. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) that belong to the figure are there already: %1. Replace them?</source>
            <translation>
                <numerusform>‏[%n fîlé(š) thát bélöñg tö thé fîgûŕé áŕé théŕé álŕéádý: %1. Ŕépláçé thém? ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</numerusform>
                <numerusform>‏[%n fîlé(š) thát bélöñg tö thé fîgûŕé áŕé théŕé álŕéádý: %1. Ŕépláçé thém? ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <comment>between two file names</comment>
            <translation>‏[, ]</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>‏[Ŕépláçé ~]</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>‏[Gö báçk ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::FeatureMapPlot</name>
        <message>
            <source>What a layer puts out for one sample will be here once it is recorded.</source>
            <translation>‏[Whát á láýéŕ pûtš öût föŕ öñé šámplé wîll bé héŕé öñçé ît îš ŕéçöŕdéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>One layer, one sample</source>
            <translation>‏[Öñé láýéŕ, öñé šámplé ~~~~~~]</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>‏[Çölöûŕš ~]</translation>
        </message>
        <message>
            <source>same range for all</source>
            <translation>‏[šámé ŕáñgé föŕ áll ~~~~~~]</translation>
        </message>
        <message>
            <source>each its own range</source>
            <translation>‏[éáçh îtš öwñ ŕáñgé ~~~~~~]</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>‏[Págé]</translation>
        </message>
        <message>
            <source>Page of maps</source>
            <translation>‏[Págé öf mápš ~~~]</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>‏[ûñît]</translation>
        </message>
        <message>
            <source>value</source>
            <translation>‏[válûé]</translation>
        </message>
        <message>
            <source>position</source>
            <translation>‏[pöšîtîöñ ~~]</translation>
        </message>
        <message>
            <source>channel</source>
            <translation>‏[çháññél ~]</translation>
        </message>
        <message>
            <source>looks at (position)</source>
            <translation>‏[löökš át (pöšîtîöñ) ~~~~~~]</translation>
        </message>
        <message>
            <source>looks at</source>
            <translation>‏[löökš át ~~]</translation>
        </message>
        <message>
            <source>looks from (position)</source>
            <translation>‏[löökš fŕöm (pöšîtîöñ) ~~~~~~]</translation>
        </message>
        <message>
            <source>looks from</source>
            <translation>‏[löökš fŕöm ~~]</translation>
        </message>
        <message>
            <source>least</source>
            <comment>value of each map</comment>
            <translation>‏[léášt]</translation>
        </message>
        <message>
            <source>greatest</source>
            <comment>value of each map</comment>
            <translation>‏[gŕéátéšt ~~]</translation>
        </message>
        <message>
            <source>attention</source>
            <translation>‏[áttéñtîöñ ~~]</translation>
        </message>
        <message>
            <source>activation</source>
            <translation>‏[áçtîvátîöñ ~~]</translation>
        </message>
        <message>
            <source>not finite</source>
            <translation>‏[ñöt fîñîté ~~]</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>layer and shape</comment>
            <translation>‏[%1 (%2) ~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>heads %1 to %2 of %3</source>
            <translation>‏[héádš %1 tö %2 öf %3 ~~~~~~]</translation>
        </message>
        <message>
            <source>channels %1 to %2 of %3</source>
            <translation>‏[çháññélš %1 tö %2 öf %3 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>undefined (NaN)</source>
            <translation>‏[ûñdéfîñéd (ÑáÑ) ~~~~]</translation>
        </message>
        <message>
            <source>infinite (%1)</source>
            <translation>‏[îñfîñîté (%1) ~~~~]</translation>
        </message>
        <message>
            <source>unit %1: %2</source>
            <translation>‏[ûñît %1: %2 ~~~]</translation>
        </message>
        <message>
            <source>%1, unit %2: %3</source>
            <comment>position</comment>
            <translation>‏[%1, ûñît %2: %3 ~~~~]</translation>
        </message>
        <message>
            <source>channel %1, %2: %3</source>
            <comment>number, position</comment>
            <translation>‏[çháññél %1, %2: %3 ~~~~~~]</translation>
        </message>
        <message>
            <source>channel %1, row %2, column %3: %4</source>
            <translation>‏[çháññél %1, ŕöw %2, çölûmñ %3: %4 ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>head %1: %2 looks at %3: %4</source>
            <comment>number, position, position, value</comment>
            <translation>‏[héád %1: %2 löökš át %3: %4 ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1 of %2 numbers are not finite.</source>
            <translation>‏[%1 öf %2 ñûmbéŕš áŕé ñöt fîñîté. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Shown: %1.</source>
            <translation>‏[Šhöwñ: %1. ~~]</translation>
        </message>
        <message>
            <source>Each map has its own range of colours.</source>
            <translation>‏[Éáçh máp háš îtš öwñ ŕáñgé öf çölöûŕš. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>‏[%1.]</translation>
        </message>
        <message>
            <source>A row for each position, a column for each unit.</source>
            <translation>‏[Å ŕöw föŕ éáçh pöšîtîöñ, á çölûmñ föŕ éáçh ûñît. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>A row for each channel, a column for each position.</source>
            <translation>‏[Å ŕöw föŕ éáçh çháññél, á çölûmñ föŕ éáçh pöšîtîöñ. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n map(s), one for each channel.</source>
            <translation>
                <numerusform>‏[%n máp(š), öñé föŕ éáçh çháññél. ~~~~~~ ~~~~]</numerusform>
                <numerusform>‏[%n máp(š), öñé föŕ éáçh çháññél. ~~~~~~ ~~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n head(s): a row tells how a position looks at all positions.</source>
            <translation>
                <numerusform>‏[%n héád(š): á ŕöw téllš höw á pöšîtîöñ löökš át áll pöšîtîöñš. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</numerusform>
                <numerusform>‏[%n héád(š): á ŕöw téllš höw á pöšîtîöñ löökš át áll pöšîtîöñš. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Values from %1 to %2, mean %3.</source>
            <translation>‏[Válûéš fŕöm %1 tö %2, méáñ %3. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>head</source>
            <translation>‏[héád]</translation>
        </message>
        <message>
            <source>row</source>
            <translation>‏[ŕöw]</translation>
        </message>
        <message>
            <source>unit %1</source>
            <translation>‏[ûñît %1 ~]</translation>
        </message>
        <message>
            <source>position %1</source>
            <translation>‏[pöšîtîöñ %1 ~~~]</translation>
        </message>
        <message>
            <source>column %1</source>
            <translation>‏[çölûmñ %1 ~~]</translation>
        </message>
        <message>
            <source>looks at %1</source>
            <translation>‏[löökš át %1 ~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::FieldForm</name>
        <message>
            <source>Type a whole number from 0 to 18446744073709551615.</source>
            <translation>‏[Týpé á whölé ñûmbéŕ fŕöm 0 tö 18446744073709551615. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>‏[Çhööšé á fîlé ~~~~]</translation>
        </message>
        <message>
            <source>Choose a file for %1</source>
            <translation>‏[Çhööšé á fîlé föŕ %1 ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>‏[Çháñgé %1 ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::FigureCaption</name>
        <message numerus="yes">
            <source>seed(s) %1</source>
            <translation>
                <numerusform>‏[šééd(š) %1 ~~]</numerusform>
                <numerusform>‏[šééd(š) %1 ~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>n = %n sample(s)</source>
            <translation>
                <numerusform>‏[ñ = %n šámplé(š) ~~~~~]</numerusform>
                <numerusform>‏[ñ = %n šámplé(š) ~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>‏[%1 öf %2 ~~]</translation>
        </message>
        <message numerus="yes">
            <source>N = %n run(s)</source>
            <translation>
                <numerusform>‏[Ñ = %n ŕûñ(š) ~~~~]</numerusform>
                <numerusform>‏[Ñ = %n ŕûñ(š) ~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1.</source>
            <comment>title of a plot</comment>
            <translation>‏[%1.]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::FigureDialog</name>
        <message>
            <source>Export figure</source>
            <translation>‏[Éxpöŕt fîgûŕé ~~~~]</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>‏[Éxpöŕt… ~]</translation>
        </message>
        <message>
            <source>Preview of the figure</source>
            <translation>‏[Pŕévîéw öf thé fîgûŕé ~~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Format:</source>
            <translation>‏[&amp;Föŕmát: ~~]</translation>
        </message>
        <message>
            <source>Own width in inches</source>
            <translation>‏[Öwñ wîdth îñ îñçhéš ~~~~~~]</translation>
        </message>
        <message>
            <source>one column, %1 in</source>
            <translation>‏[öñé çölûmñ, %1 îñ ~~~~~]</translation>
        </message>
        <message>
            <source>text, %1 in</source>
            <translation>‏[téxt, %1 îñ ~~~]</translation>
        </message>
        <message>
            <source>two columns, %1 in</source>
            <translation>‏[twö çölûmñš, %1 îñ ~~~~~~]</translation>
        </message>
        <message>
            <source>own</source>
            <translation>‏[öwñ]</translation>
        </message>
        <message>
            <source>&amp;Width:</source>
            <translation>‏[&amp;Wîdth: ~]</translation>
        </message>
        <message>
            <source>Own height in inches</source>
            <translation>‏[Öwñ héîght îñ îñçhéš ~~~~~~]</translation>
        </message>
        <message>
            <source>follows from the width</source>
            <translation>‏[föllöwš fŕöm thé wîdth ~~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Height:</source>
            <translation>‏[&amp;Héîght: ~~]</translation>
        </message>
        <message>
            <source> in</source>
            <comment>inches, after a number</comment>
            <translation>‏[ îñ]</translation>
        </message>
        <message>
            <source>Write the &amp;caption beside it, as a text file</source>
            <translation>‏[Wŕîté thé &amp;cáptîöñ béšîdé ît, áš á téxt fîlé ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>‏[Çáptîöñ ~]</translation>
        </message>
        <message>
            <source>C&amp;opy the caption</source>
            <translation>‏[Ç&amp;opý thé çáptîöñ ~~~~~]</translation>
        </message>
        <message>
            <source>The numbers are written beside it, into a CSV file of the same name.</source>
            <translation>‏[Thé ñûmbéŕš áŕé wŕîttéñ béšîdé ît, îñtö á ÇŠV fîlé öf thé šámé ñámé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>The file holds what the figure draws; its size does not matter.</source>
            <translation>‏[Thé fîlé höldš whát thé fîgûŕé dŕáwš; îtš šîžé döéš ñöt máttéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Part of this is still being computed: what is exported now shows it as it stands.</source>
            <translation>‏[Páŕt öf thîš îš štîll béîñg çömpûtéd: whát îš éxpöŕtéd ñöw šhöwš ît áš ît štáñdš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::FormDialog</name>
        <message>
            <source>Cancel</source>
            <translation>‏[Çáñçél ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::HubControls</name>
        <message>
            <source>Picture</source>
            <translation>‏[Pîçtûŕé ~]</translation>
        </message>
        <message>
            <source>PCA (hub axes)</source>
            <translation>‏[PÇÅ (hûb áxéš) ~~~~]</translation>
        </message>
        <message>
            <source>Across</source>
            <translation>‏[Åçŕöšš ~]</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>‏[Ûp]</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>‏[Çölöûŕ ~]</translation>
        </message>
        <message>
            <source>by class</source>
            <translation>‏[bý çlášš ~~]</translation>
        </message>
        <message>
            <source>by network</source>
            <translation>‏[bý ñétwöŕk ~~]</translation>
        </message>
        <message>
            <source>right or wrong</source>
            <translation>‏[ŕîght öŕ wŕöñg ~~~~]</translation>
        </message>
        <message>
            <source>by drift</source>
            <translation>‏[bý dŕîft ~~]</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>‏[Ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>now</source>
            <translation>‏[ñöw]</translation>
        </message>
        <message>
            <source>before</source>
            <translation>‏[béföŕé ~]</translation>
        </message>
        <message>
            <source>Join pairs</source>
            <translation>‏[Jöîñ páîŕš ~~]</translation>
        </message>
        <message>
            <source>Join the two points of one input. Up to %1 inputs.</source>
            <translation>‏[Jöîñ thé twö pöîñtš öf öñé îñpût. Ûp tö %1 îñpûtš. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Lasso</source>
            <translation>‏[Láššö]</translation>
        </message>
        <message>
            <source>Drag to draw round the points to choose. Without this, hold Alt while you drag, or Shift for a rectangle; Ctrl adds to what is chosen.</source>
            <translation>‏[Dŕág tö dŕáw ŕöûñd thé pöîñtš tö çhööšé. Wîthöût thîš, höld Ålt whîlé ýöû dŕág, öŕ Šhîft föŕ á ŕéçtáñglé; Çtŕl áddš tö whát îš çhöšéñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Perplexity</source>
            <translation>‏[Péŕpléxîtý ~~]</translation>
        </message>
        <message>
            <source>About how many neighbours of each point count.</source>
            <translation>‏[Åböût höw máñý ñéîghböûŕš öf éáçh pöîñt çöûñt. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Neighbours</source>
            <translation>‏[Ñéîghböûŕš ~~]</translation>
        </message>
        <message>
            <source>How many neighbours of each point count.</source>
            <translation>‏[Höw máñý ñéîghböûŕš öf éáçh pöîñt çöûñt. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>‏[Šééd]</translation>
        </message>
        <message>
            <source>Another seed draws another picture of the same points: what all of them show can be believed.</source>
            <translation>‏[Åñöthéŕ šééd dŕáwš áñöthéŕ pîçtûŕé öf thé šámé pöîñtš: whát áll öf thém šhöw çáñ bé bélîévéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>‏[Štáŕt]</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>‏[Štöp]</translation>
        </message>
        <message>
            <source>Fit the hub anew on some of the samples, the anchors, and see how well it carries over to the others.</source>
            <translation>‏[Fît thé hûb áñéw öñ šömé öf thé šámpléš, thé áñçhöŕš, áñd šéé höw wéll ît çáŕŕîéš övéŕ tö thé öthéŕš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Number of anchors</source>
            <translation>‏[Ñûmbéŕ öf áñçhöŕš ~~~~~]</translation>
        </message>
        <message>
            <source>PC %1</source>
            <translation>‏[PÇ %1]</translation>
        </message>
        <message>
            <source>Anchors: %1 of %2</source>
            <translation>‏[Åñçhöŕš: %1 öf %2 ~~~~~]</translation>
        </message>
        <message>
            <source>Anchors: there are too few samples</source>
            <translation>‏[Åñçhöŕš: théŕé áŕé töö féw šámpléš ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>‏[Páûšé]</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>‏[Gö öñ]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::HubPlot</name>
        <message>
            <source>Hub space</source>
            <translation>‏[Hûb špáçé ~~]</translation>
        </message>
        <message>
            <source>hub axis %1</source>
            <translation>‏[hûb áxîš %1 ~~~]</translation>
        </message>
        <message>
            <source>source %1</source>
            <translation>‏[šöûŕçé %1 ~~]</translation>
        </message>
        <message>
            <source>receiver %1</source>
            <translation>‏[ŕéçéîvéŕ %1 ~~~]</translation>
        </message>
        <message>
            <source>%1 has no place in the hub</source>
            <translation>‏[%1 háš ñö pláçé îñ thé hûb ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Run a transfer, or choose a run, to see both networks in the hub.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ, öŕ çhööšé á ŕûñ, tö šéé böth ñétwöŕkš îñ thé hûb. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The hub will be here as soon as the transfer has fitted it.</source>
            <translation>‏[Thé hûb wîll bé héŕé áš šööñ áš thé tŕáñšféŕ háš fîttéd ît. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>This run kept no hub coordinates. Run it again to see them.</source>
            <translation>‏[Thîš ŕûñ képt ñö hûb çööŕdîñátéš. Ŕûñ ît ágáîñ tö šéé thém. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>sample %1: %2</source>
            <translation>‏[šámplé %1: %2 ~~~~]</translation>
        </message>
        <message>
            <source>no class</source>
            <translation>‏[ñö çlášš ~~]</translation>
        </message>
        <message>
            <source>source says %1</source>
            <translation>‏[šöûŕçé šáýš %1 ~~~~]</translation>
        </message>
        <message>
            <source>receiver says %1</source>
            <translation>‏[ŕéçéîvéŕ šáýš %1 ~~~~~]</translation>
        </message>
        <message>
            <source>sample</source>
            <translation>‏[šámplé ~]</translation>
        </message>
        <message>
            <source>class</source>
            <translation>‏[çlášš]</translation>
        </message>
        <message>
            <source>source's answer</source>
            <translation>‏[šöûŕçé'š áñšwéŕ ~~~~]</translation>
        </message>
        <message>
            <source>receiver's answer</source>
            <translation>‏[ŕéçéîvéŕ'š áñšwéŕ ~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n sample(s) in the hub.</source>
            <translation>
                <numerusform>‏[%n šámplé(š) îñ thé hûb. ~~~~~~ ~]</numerusform>
                <numerusform>‏[%n šámplé(š) îñ thé hûb. ~~~~~~ ~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Across: %1. Up: %2.</source>
            <translation>‏[Åçŕöšš: %1. Ûp: %2. ~~~~~~]</translation>
        </message>
        <message>
            <source>Source and receiver give the same answer to %1 of them.</source>
            <translation>‏[Šöûŕçé áñd ŕéçéîvéŕ gîvé thé šámé áñšwéŕ tö %1 öf thém. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The receiver has no place in this hub.</source>
            <translation>‏[Thé ŕéçéîvéŕ háš ñö pláçé îñ thîš hûb. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 is right</source>
            <translation>‏[%1 îš ŕîght ~~~]</translation>
        </message>
        <message>
            <source>hub axis %1 by %2 anchors</source>
            <translation>‏[hûb áxîš %1 bý %2 áñçhöŕš ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 (%2 of the source's variance over them)</source>
            <translation>‏[%1 (%2 öf thé šöûŕçé'š váŕîáñçé övéŕ thém) ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 (%2 of the source's variance)</source>
            <translation>‏[%1 (%2 öf thé šöûŕçé'š váŕîáñçé) ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>‏[%1 (%2) ~]</translation>
        </message>
        <message>
            <source>drift %1 nats</source>
            <translation>‏[dŕîft %1 ñátš ~~~~]</translation>
        </message>
        <message>
            <source>source, %1</source>
            <translation>‏[šöûŕçé, %1 ~~]</translation>
        </message>
        <message>
            <source>receiver, %1</source>
            <translation>‏[ŕéçéîvéŕ, %1 ~~~]</translation>
        </message>
        <message>
            <source>drift (nats)</source>
            <translation>‏[dŕîft (ñátš) ~~~]</translation>
        </message>
        <message>
            <source>%1 waits for the engine</source>
            <translation>‏[%1 wáîtš föŕ thé éñgîñé ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 paused at %2 of %3</source>
            <translation>‏[%1 páûšéd át %2 öf %3 ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 paused</source>
            <translation>‏[%1 páûšéd ~~]</translation>
        </message>
        <message>
            <source>%1 failed</source>
            <translation>‏[%1 fáîléd ~~]</translation>
        </message>
        <message>
            <source>%1 is done</source>
            <translation>‏[%1 îš döñé ~~]</translation>
        </message>
        <message>
            <source>%1 stopped</source>
            <translation>‏[%1 štöppéd ~~]</translation>
        </message>
        <message>
            <source>Start draws it with these settings</source>
            <translation>‏[Štáŕt dŕáwš ît wîth théšé šéttîñgš ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1: looking for axes</source>
            <translation>‏[%1: löökîñg föŕ áxéš ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: looking for neighbours</source>
            <translation>‏[%1: löökîñg föŕ ñéîghböûŕš ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1: looking for neighbours, %2</source>
            <translation>‏[%1: löökîñg föŕ ñéîghböûŕš, %2 ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>%1: weighing neighbours</source>
            <translation>‏[%1: wéîghîñg ñéîghböûŕš ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 %2 of %3</source>
            <translation>‏[%1 %2 öf %3 ~~~]</translation>
        </message>
        <message>
            <source>%1, %2 left</source>
            <translation>‏[%1, %2 léft ~~~]</translation>
        </message>
        <message>
            <source>Hub fitted on %1 of %2 samples: relative error %3 on them, %4 on the others.</source>
            <translation>‏[Hûb fîttéd öñ %1 öf %2 šámpléš: ŕélátîvé éŕŕöŕ %3 öñ thém, %4 öñ thé öthéŕš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Hub fitted on all %1 samples: relative error %2.</source>
            <translation>‏[Hûb fîttéd öñ áll %1 šámpléš: ŕélátîvé éŕŕöŕ %2. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The hub cannot be fitted on these anchors: their features were not recorded, are not finite, or do not vary. Choose more of them.</source>
            <translation>‏[Thé hûb çáññöt bé fîttéd öñ théšé áñçhöŕš: théîŕ féátûŕéš wéŕé ñöt ŕéçöŕdéd, áŕé ñöt fîñîté, öŕ dö ñöt váŕý. Çhööšé möŕé öf thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The hub will be fitted on the anchors as soon as the engine is there.</source>
            <translation>‏[Thé hûb wîll bé fîttéd öñ thé áñçhöŕš áš šööñ áš thé éñgîñé îš théŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n point(s) are not finite on these axes and not drawn.</source>
            <translation>
                <numerusform>‏[%n pöîñt(š) áŕé ñöt fîñîté öñ théšé áxéš áñd ñöt dŕáwñ. ~~~~~~ ~~~~~~ ~~~~~~]</numerusform>
                <numerusform>‏[%n pöîñt(š) áŕé ñöt fîñîté öñ théšé áxéš áñd ñöt dŕáwñ. ~~~~~~ ~~~~~~ ~~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>All samples have the same place on these axes.</source>
            <translation>‏[Åll šámpléš hávé thé šámé pláçé öñ théšé áxéš. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The source has no place in the hub, so there is nothing to arrange.</source>
            <translation>‏[Thé šöûŕçé háš ñö pláçé îñ thé hûb, šö théŕé îš ñöthîñg tö áŕŕáñgé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>No sample of the source has finite coordinates in the hub, so there is nothing to arrange.</source>
            <translation>‏[Ñö šámplé öf thé šöûŕçé háš fîñîté çööŕdîñátéš îñ thé hûb, šö théŕé îš ñöthîñg tö áŕŕáñgé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 could not be drawn. %2</source>
            <translation>‏[%1 çöûld ñöt bé dŕáwñ. %2 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 will be drawn as soon as the engine is there.</source>
            <translation>‏[%1 wîll bé dŕáwñ áš šööñ áš thé éñgîñé îš théŕé. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>%1 was stopped before there was a picture.</source>
            <translation>‏[%1 wáš štöppéd béföŕé théŕé wáš á pîçtûŕé. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The picture by %1 will be here in a moment.</source>
            <translation>‏[Thé pîçtûŕé bý %1 wîll bé héŕé îñ á möméñt. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>One sample has no neighbours: there is nothing to arrange.</source>
            <translation>‏[Öñé šámplé háš ñö ñéîghböûŕš: théŕé îš ñöthîñg tö áŕŕáñgé. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>All samples have one place in the hub: there is nothing to arrange.</source>
            <translation>‏[Åll šámpléš hávé öñé pláçé îñ thé hûb: théŕé îš ñöthîñg tö áŕŕáñgé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>UMAP with %1 neighbours, seed %2.</source>
            <translation>‏[ÛMÅP wîth %1 ñéîghböûŕš, šééd %2. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>t-SNE with perplexity %1, seed %2.</source>
            <translation>‏[t-ŠÑÉ wîth péŕpléxîtý %1, šééd %2. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>It was stopped after %1 of %2 steps.</source>
            <translation>‏[Ît wáš štöppéd áftéŕ %1 öf %2 štépš. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>This is step %1 of %2.</source>
            <translation>‏[Thîš îš štép %1 öf %2. ~~~~~~]</translation>
        </message>
        <message>
            <source>Trustworthiness %1 (%2 neighbours; 1 is best).</source>
            <translation>‏[Tŕûštwöŕthîñéšš %1 (%2 ñéîghböûŕš; 1 îš béšt). ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n sample(s) are left out: their coordinates are not finite.</source>
            <translation>
                <numerusform>‏[%n šámplé(š) áŕé léft öût: théîŕ çööŕdîñátéš áŕé ñöt fîñîté. ~~~~~~ ~~~~~~ ~~~~~~ ~]</numerusform>
                <numerusform>‏[%n šámplé(š) áŕé léft öût: théîŕ çööŕdîñátéš áŕé ñöt fîñîté. ~~~~~~ ~~~~~~ ~~~~~~ ~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Each point of the receiver lies at the mean of its %1 nearest of the source.</source>
            <translation>‏[Éáçh pöîñt öf thé ŕéçéîvéŕ lîéš át thé méáñ öf îtš %1 ñéáŕéšt öf thé šöûŕçé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 is wrong</source>
            <translation>‏[%1 îš wŕöñg ~~~]</translation>
        </message>
        <message>
            <source>%1: not known</source>
            <translation>‏[%1: ñöt kñöwñ ~~~~]</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>‏[ýéš]</translation>
        </message>
        <message>
            <source>no</source>
            <translation>‏[ñö]</translation>
        </message>
        <message>
            <source>source is right</source>
            <translation>‏[šöûŕçé îš ŕîght ~~~~]</translation>
        </message>
        <message>
            <source>receiver is right</source>
            <translation>‏[ŕéçéîvéŕ îš ŕîght ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::HubView</name>
        <message>
            <source>Run a transfer to see source and receiver in the hub.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ tö šéé šöûŕçé áñd ŕéçéîvéŕ îñ thé hûb. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::LayerPlot</name>
        <message>
            <source>Source layer</source>
            <translation>‏[Šöûŕçé láýéŕ ~~~]</translation>
        </message>
        <message>
            <source>Receiver layer</source>
            <translation>‏[Ŕéçéîvéŕ láýéŕ ~~~~]</translation>
        </message>
        <message>
            <source>Run a transfer, or choose a run, to see this: %1.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ, öŕ çhööšé á ŕûñ, tö šéé thîš: %1. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The activations will be here as soon as the transfer has recorded them.</source>
            <translation>‏[Thé áçtîvátîöñš wîll bé héŕé áš šööñ áš thé tŕáñšféŕ háš ŕéçöŕdéd thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>This run kept no activations. Run it again to see them.</source>
            <translation>‏[Thîš ŕûñ képt ñö áçtîvátîöñš. Ŕûñ ît ágáîñ tö šéé thém. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>sample and its class</comment>
            <translation>‏[%1 (%2) ~]</translation>
        </message>
        <message>
            <source>no class</source>
            <translation>‏[ñö çlášš ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::LayersPlot</name>
        <message>
            <source>Similarity of layers</source>
            <translation>‏[Šîmîláŕîtý öf láýéŕš ~~~~~~]</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>‏[Méášûŕé ~]</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>‏[Ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>now</source>
            <translation>‏[ñöw]</translation>
        </message>
        <message>
            <source>before</source>
            <translation>‏[béföŕé ~]</translation>
        </message>
        <message>
            <source>Matching</source>
            <translation>‏[Mátçhîñg ~~]</translation>
        </message>
        <message>
            <source>none</source>
            <translation>‏[ñöñé]</translation>
        </message>
        <message>
            <source>layer of the receiver, %1</source>
            <translation>‏[láýéŕ öf thé ŕéçéîvéŕ, %1 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>layer of the receiver</source>
            <translation>‏[láýéŕ öf thé ŕéçéîvéŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>layer of the source, %1</source>
            <translation>‏[láýéŕ öf thé šöûŕçé, %1 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>layer of the source</source>
            <translation>‏[láýéŕ öf thé šöûŕçé ~~~~~~]</translation>
        </message>
        <message>
            <source>matched %1</source>
            <translation>‏[mátçhéd %1 ~~]</translation>
        </message>
        <message numerus="yes">
            <source>under the null (95% of %n permutation(s))</source>
            <translation>
                <numerusform>‏[ûñdéŕ thé ñûll (95% öf %n péŕmûtátîöñ(š)) ~~~~~~ ~~~~~~ ~]</numerusform>
                <numerusform>‏[ûñdéŕ thé ñûll (95% öf %n péŕmûtátîöñ(š)) ~~~~~~ ~~~~~~ ~]</numerusform>
            </translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>‏[ñöt méášûŕéd ~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n sample(s)</source>
            <translation>
                <numerusform>‏[%n šámplé(š) ~~~]</numerusform>
                <numerusform>‏[%n šámplé(š) ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Run a transfer to compare the layers of source and receiver.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ tö çömpáŕé thé láýéŕš öf šöûŕçé áñd ŕéçéîvéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The layers will be compared as soon as the transfer has recorded them.</source>
            <translation>‏[Thé láýéŕš wîll bé çömpáŕéd áš šööñ áš thé tŕáñšféŕ háš ŕéçöŕdéd thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>This run kept no layers. Run it again to compare them.</source>
            <translation>‏[Thîš ŕûñ képt ñö láýéŕš. Ŕûñ ît ágáîñ tö çömpáŕé thém. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Comparing the layers: %1 done.</source>
            <translation>‏[Çömpáŕîñg thé láýéŕš: %1 döñé. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Comparing the layers.</source>
            <translation>‏[Çömpáŕîñg thé láýéŕš. ~~~~~~]</translation>
        </message>
        <message>
            <source>Too few samples: there are %1, and this measure needs %2.</source>
            <translation>‏[Töö féw šámpléš: théŕé áŕé %1, áñd thîš méášûŕé ñéédš %2. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>There is no engine here that could compare the layers.</source>
            <translation>‏[Théŕé îš ñö éñgîñé héŕé thát çöûld çömpáŕé thé láýéŕš. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The layers will be compared once the engine is loaded.</source>
            <translation>‏[Thé láýéŕš wîll bé çömpáŕéd öñçé thé éñgîñé îš löádéd. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <comment>two layers</comment>
            <translation>‏[%1 áñd %2 ~~]</translation>
        </message>
        <message>
            <source>%1: %2 %3</source>
            <comment>layers, measure, value</comment>
            <translation>‏[%1: %2 %3 ~~]</translation>
        </message>
        <message>
            <source>null %1</source>
            <translation>‏[ñûll %1 ~]</translation>
        </message>
        <message>
            <source>under the null</source>
            <translation>‏[ûñdéŕ thé ñûll ~~~~]</translation>
        </message>
        <message>
            <source>matched</source>
            <translation>‏[mátçhéd ~]</translation>
        </message>
        <message>
            <source>source layer</source>
            <translation>‏[šöûŕçé láýéŕ ~~~]</translation>
        </message>
        <message>
            <source>receiver layer</source>
            <translation>‏[ŕéçéîvéŕ láýéŕ ~~~~]</translation>
        </message>
        <message>
            <source>null (95%)</source>
            <translation>‏[ñûll (95%) ~~]</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>‏[ýéš]</translation>
        </message>
        <message>
            <source>no</source>
            <translation>‏[ñö]</translation>
        </message>
        <message>
            <source>%1 of the source</source>
            <translation>‏[%1 öf thé šöûŕçé ~~~~~]</translation>
        </message>
        <message>
            <source>%1 of the receiver</source>
            <translation>‏[%1 öf thé ŕéçéîvéŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>They were not compared with permuted samples.</source>
            <translation>‏[Théý wéŕé ñöt çömpáŕéd wîth péŕmûtéd šámpléš. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1 of %2 pairs are under the null: no more similar than 95 in 100 permutations of the samples.</source>
            <translation>‏[%1 öf %2 páîŕš áŕé ûñdéŕ thé ñûll: ñö möŕé šîmîláŕ tháñ 95 îñ 100 péŕmûtátîöñš öf thé šámpléš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>No layers could be matched.</source>
            <translation>‏[Ñö láýéŕš çöûld bé mátçhéd. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Matched %1: %2.</source>
            <translation>‏[Mátçhéd %1: %2. ~~~~]</translation>
        </message>
        <message>
            <source>%1 layers of the source, %2 of the receiver, as it is at step %3.</source>
            <translation>‏[%1 láýéŕš öf thé šöûŕçé, %2 öf thé ŕéçéîvéŕ, áš ît îš át štép %3. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message numerus="yes">
            <source>Measure: %1, on %n sample(s).</source>
            <translation>
                <numerusform>‏[Méášûŕé: %1, öñ %n šámplé(š). ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[Méášûŕé: %1, öñ %n šámplé(š). ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Most similar: %1, %2.</source>
            <translation>‏[Möšt šîmîláŕ: %1, %2. ~~~~~~]</translation>
        </message>
        <message>
            <source>Not measured, because the values are the same for all samples or not finite: %1.</source>
            <translation>‏[Ñöt méášûŕéd, béçáûšé thé válûéš áŕé thé šámé föŕ áll šámpléš öŕ ñöt fîñîté: %1. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::LayersView</name>
        <message>
            <source>Run a transfer to compare the layers of source and receiver.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ tö çömpáŕé thé láýéŕš öf šöûŕçé áñd ŕéçéîvéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>‏[Láýéŕš ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::LessonBar</name>
        <message>
            <source>Back to now</source>
            <translation>‏[Báçk tö ñöw ~~~]</translation>
        </message>
        <message>
            <source>Teaching mode</source>
            <translation>‏[Téáçhîñg mödé ~~~~]</translation>
        </message>
        <message>
            <source>Let the views show the run as it is now</source>
            <translation>‏[Lét thé vîéwš šhöw thé ŕûñ áš ît îš ñöw ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Showing the state after %1; the run has ended.</source>
            <translation>‏[Šhöwîñg thé štáté áftéŕ %1; thé ŕûñ háš éñdéd. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Showing the state after %1; the run waits for you after %2.</source>
            <translation>‏[Šhöwîñg thé štáté áftéŕ %1; thé ŕûñ wáîtš föŕ ýöû áftéŕ %2. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Showing the state after %1; the run is at %2.</source>
            <translation>‏[Šhöwîñg thé štáté áftéŕ %1; thé ŕûñ îš át %2. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Showing the state after %1; the run goes on.</source>
            <translation>‏[Šhöwîñg thé štáté áftéŕ %1; thé ŕûñ göéš öñ. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Waiting after %1: look at the views, then go on.</source>
            <translation>‏[Wáîtîñg áftéŕ %1: löök át thé vîéwš, théñ gö öñ. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Step by step: the run goes on.</source>
            <translation>‏[Štép bý štép: thé ŕûñ göéš öñ. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Step by step: the run is being prepared.</source>
            <translation>‏[Štép bý štép: thé ŕûñ îš béîñg pŕépáŕéd. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Step by step: %1 is at work.</source>
            <translation>‏[Štép bý štép: %1 îš át wöŕk. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>To the end: %1 is at work.</source>
            <translation>‏[Tö thé éñd: %1 îš át wöŕk. ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::LessonCheck</name>
        <message>
            <source>accuracy of the source</source>
            <translation>‏[áççûŕáçý öf thé šöûŕçé ~~~~~~]</translation>
        </message>
        <message>
            <source>accuracy before</source>
            <translation>‏[áççûŕáçý béföŕé ~~~~]</translation>
        </message>
        <message>
            <source>accuracy after</source>
            <translation>‏[áççûŕáçý áftéŕ ~~~~]</translation>
        </message>
        <message>
            <source>agreement with the source</source>
            <translation>‏[ágŕééméñt wîth thé šöûŕçé ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>recovery</source>
            <translation>‏[ŕéçövéŕý ~~]</translation>
        </message>
        <message>
            <source>accuracy of the control “%1”</source>
            <translation>‏[áççûŕáçý öf thé çöñtŕöl “%1” ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>%1 minus %2</source>
            <comment>two figures of a run</comment>
            <translation>‏[%1 mîñûš %2 ~~~]</translation>
        </message>
        <message>
            <source>%1 points</source>
            <comment>percentage points</comment>
            <translation>‏[%1 pöîñtš ~~]</translation>
        </message>
        <message>
            <source>Expected: %1 from %2 to %3.</source>
            <translation>‏[Éxpéçtéd: %1 fŕöm %2 tö %3. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Expected: %1 at least %2.</source>
            <translation>‏[Éxpéçtéd: %1 át léášt %2. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Expected: %1 at most %2.</source>
            <translation>‏[Éxpéçtéd: %1 át möšt %2. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 Not measured.</source>
            <comment>what was expected</comment>
            <translation>‏[%1 Ñöt méášûŕéd. ~~~~~]</translation>
        </message>
        <message>
            <source>%1 Measured: %2. As expected.</source>
            <translation>‏[%1 Méášûŕéd: %2. Åš éxpéçtéd. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>%1 Measured: %2. Not as expected.</source>
            <translation>‏[%1 Méášûŕéd: %2. Ñöt áš éxpéçtéd. ~~~~~~ ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::LessonController</name>
        <message>
            <source>The experiment of the lesson “%1” cannot be used.</source>
            <translation>‏[Thé éxpéŕîméñt öf thé léššöñ “%1” çáññöt bé ûšéd. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Start a lesson</source>
            <translation>‏[Štáŕt á léššöñ ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::LessonPanel</name>
        <message>
            <source>Lessons</source>
            <translation>‏[Léššöñš ~]</translation>
        </message>
        <message>
            <source>Start lesson</source>
            <translation>‏[Štáŕt léššöñ ~~~]</translation>
        </message>
        <message>
            <source>Put the lesson's experiment into Setup, and run it step by step</source>
            <translation>‏[Pût thé léššöñ'š éxpéŕîméñt îñtö Šétûp, áñd ŕûñ ît štép bý štép ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Back to the run</source>
            <translation>‏[Báçk tö thé ŕûñ ~~~~]</translation>
        </message>
        <message>
            <source>%1
%2</source>
            <comment>title, summary</comment>
            <translation>‏[%1
%2]</translation>
        </message>
        <message>
            <source>The lesson “%1” cannot be read.</source>
            <translation>‏[Thé léššöñ “%1” çáññöt bé ŕéád. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Page of the lesson</source>
            <translation>‏[Págé öf thé léššöñ ~~~~~~]</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>‏[Báçk]</translation>
        </message>
        <message>
            <source>Show the views as they were one stage earlier</source>
            <translation>‏[Šhöw thé vîéwš áš théý wéŕé öñé štágé éáŕlîéŕ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>‏[Föŕwáŕd ~]</translation>
        </message>
        <message>
            <source>Show the views as they were one stage later</source>
            <translation>‏[Šhöw thé vîéwš áš théý wéŕé öñé štágé látéŕ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>All lessons</source>
            <translation>‏[Åll léššöñš ~~~]</translation>
        </message>
        <message>
            <source>Choose a lesson. Or run your own experiment in teaching mode: it waits after each stage, and this panel says what the views show.</source>
            <translation>‏[Çhööšé á léššöñ. Öŕ ŕûñ ýöûŕ öwñ éxpéŕîméñt îñ téáçhîñg mödé: ît wáîtš áftéŕ éáçh štágé, áñd thîš páñél šáýš whát thé vîéwš šhöw. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>No lessons are installed. Run your own experiment in teaching mode: it waits after each stage.</source>
            <translation>‏[Ñö léššöñš áŕé îñštálléd. Ŕûñ ýöûŕ öwñ éxpéŕîméñt îñ téáçhîñg mödé: ît wáîtš áftéŕ éáçh štágé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>After %1</source>
            <comment>a stage</comment>
            <translation>‏[Åftéŕ %1 ~~]</translation>
        </message>
        <message>
            <source>Before the first stage</source>
            <translation>‏[Béföŕé thé fîŕšt štágé ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>lesson, place in it</comment>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>There is no page about this stage.</source>
            <translation>‏[Théŕé îš ñö págé áböût thîš štágé. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>The run did not come to its end, so there is nothing to compare with what was expected of it.</source>
            <translation>‏[Thé ŕûñ dîd ñöt çömé tö îtš éñd, šö théŕé îš ñöthîñg tö çömpáŕé wîth whát wáš éxpéçtéd öf ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The figures of the run are being read.</source>
            <translation>‏[Thé fîgûŕéš öf thé ŕûñ áŕé béîñg ŕéád. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>What was expected, and what came out</source>
            <translation>‏[Whát wáš éxpéçtéd, áñd whát çámé öût ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The run is not in the list of runs any more, so there is nothing to compare with what was expected of it. Undo brings it back.</source>
            <translation>‏[Thé ŕûñ îš ñöt îñ thé lîšt öf ŕûñš áñý möŕé, šö théŕé îš ñöthîñg tö çömpáŕé wîth whát wáš éxpéçtéd öf ît. Ûñdö bŕîñgš ît báçk. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::LineageCanvas</name>
        <message>
            <source>Lineage</source>
            <translation>‏[Lîñéágé ~]</translation>
        </message>
        <message>
            <source>Lineage, at %1</source>
            <translation>‏[Lîñéágé, át %1 ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::LineageGraph</name>
        <message>
            <source>Lineage</source>
            <translation>‏[Lîñéágé ~]</translation>
        </message>
        <message>
            <source>The chosen node</source>
            <translation>‏[Thé çhöšéñ ñödé ~~~~]</translation>
        </message>
        <message>
            <source>Choose a node to read what the file says about it.</source>
            <translation>‏[Çhööšé á ñödé tö ŕéád whát thé fîlé šáýš áböût ît. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>This token does not say what it was made of.</source>
            <translation>‏[Thîš tökéñ döéš ñöt šáý whát ît wáš mádé öf. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The lineage in this file is not a graph of nodes and edges, so it cannot be drawn.</source>
            <translation>‏[Thé lîñéágé îñ thîš fîlé îš ñöt á gŕáph öf ñödéš áñd édgéš, šö ît çáññöt bé dŕáwñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The lineage in this file goes round in a circle, so it does not say what was made of what.</source>
            <translation>‏[Thé lîñéágé îñ thîš fîlé göéš ŕöûñd îñ á çîŕçlé, šö ît döéš ñöt šáý whát wáš mádé öf whát. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between two nodes of a list</comment>
            <translation>‏[, ]</translation>
        </message>
        <message>
            <source>source</source>
            <comment>node of a lineage</comment>
            <translation>‏[šöûŕçé ~]</translation>
        </message>
        <message>
            <source>receiver</source>
            <comment>node of a lineage</comment>
            <translation>‏[ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>merged</source>
            <comment>node of a lineage</comment>
            <translation>‏[méŕgéd ~]</translation>
        </message>
        <message>
            <source>other numbers</source>
            <comment>node of a lineage</comment>
            <translation>‏[öthéŕ ñûmbéŕš ~~~~]</translation>
        </message>
        <message>
            <source>stripped</source>
            <comment>node of a lineage</comment>
            <translation>‏[štŕîppéd ~~]</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>node, then its kind and what it refers to</comment>
            <translation>‏[%1 (%2) ~]</translation>
        </message>
        <message>
            <source>The first %1 of %2 nodes are drawn.</source>
            <translation>‏[Thé fîŕšt %1 öf %2 ñödéš áŕé dŕáwñ. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Left out, without an id of their own: %1.</source>
            <translation>‏[Léft öût, wîthöût áñ îd öf théîŕ öwñ: %1. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Edges that miss one of their nodes: %1.</source>
            <translation>‏[Édgéš thát mîšš öñé öf théîŕ ñödéš: %1. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>A graph of %n node(s).</source>
            <translation>
                <numerusform>‏[Å gŕáph öf %n ñödé(š). ~~~~~~]</numerusform>
                <numerusform>‏[Å gŕáph öf %n ñödé(š). ~~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>At the beginning: %1.</source>
            <translation>‏[Åt thé bégîññîñg: %1. ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 comes from %2.</source>
            <translation>‏[%1 çöméš fŕöm %2. ~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field and its value</comment>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>Comes from %1</source>
            <translation>‏[Çöméš fŕöm %1 ~~~~]</translation>
        </message>
        <message>
            <source>Comes from %1, %2</source>
            <comment>parent, then fields of the edge</comment>
            <translation>‏[Çöméš fŕöm %1, %2 ~~~~~]</translation>
        </message>
        <message>
            <source>Leads to %1</source>
            <translation>‏[Léádš tö %1 ~~~]</translation>
        </message>
        <message>
            <source>Root of the graph</source>
            <translation>‏[Ŕööt öf thé gŕáph ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::MainWindow</name>
        <message>
            <source>Pipeline</source>
            <translation>‏[Pîpélîñé ~~]</translation>
        </message>
        <message>
            <source>Setup</source>
            <translation>‏[Šétûp]</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>‏[Ŕûñš]</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>‏[Qûéûé]</translation>
        </message>
        <message>
            <source>Filter runs</source>
            <translation>‏[Fîltéŕ ŕûñš ~~~]</translation>
        </message>
        <message>
            <source>Use the setup of a run</source>
            <translation>‏[Ûšé thé šétûp öf á ŕûñ ~~~~~~]</translation>
        </message>
        <message>
            <source>Run the experiment (%1)</source>
            <translation>‏[Ŕûñ thé éxpéŕîméñt (%1) ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1[*] – Tessera Workbench</source>
            <translation>‏[%1[*] – Téššéŕá Wöŕkbéñçh ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1: %2
</source>
            <comment>keys: action</comment>
            <translation>‏[%1: %2
 ~]</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>‏[Kéýböáŕd šhöŕtçûtš ~~~~~~]</translation>
        </message>
        <message>
            <source>About Tessera Workbench</source>
            <translation>‏[Åböût Téššéŕá Wöŕkbéñçh ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Tessera Workbench %1

One trained neural network teaches another, and people see how.

GPL-3.0-or-later. The digits are by E. Alpaydin and C. Kaynak (1998), UCI Machine Learning Repository, CC BY 4.0.</source>
            <translation>‏[Téššéŕá Wöŕkbéñçh %1

Öñé tŕáîñéd ñéûŕál ñétwöŕk téáçhéš áñöthéŕ, áñd péöplé šéé höw.

GPL-3.0-öŕ-látéŕ. Thé dîgîtš áŕé bý É. Ålpáýdîñ áñd Ç. Káýñák (1998), ÛÇÎ Máçhîñé Léáŕñîñg Ŕépöšîtöŕý, ÇÇ BÝ 4.0. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Runs are not finished. Cancel them and close? What was measured is kept.</source>
            <translation>‏[Ŕûñš áŕé ñöt fîñîšhéd. Çáñçél thém áñd çlöšé? Whát wáš méášûŕéd îš képt. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Cancel the runs and close</source>
            <translation>‏[Çáñçél thé ŕûñš áñd çlöšé ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>‏[Åš thé &amp;sýštém ~~~~]</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>‏[&amp;Lîght ~]</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>‏[&amp;Dáŕk]</translation>
        </message>
        <message>
            <source>&amp;Reset layout</source>
            <translation>‏[&amp;Réšét láýöût ~~~~]</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>‏[&amp;Kéýböáŕd šhöŕtçûtš ~~~~~~]</translation>
        </message>
        <message>
            <source>&amp;About Tessera Workbench</source>
            <translation>‏[&amp;Aböût Téššéŕá Wöŕkbéñçh ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>&amp;New experiment</source>
            <translation>‏[&amp;Néw éxpéŕîméñt ~~~~]</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>‏[&amp;Opéñ… ~]</translation>
        </message>
        <message>
            <source>&amp;Save experiment</source>
            <translation>‏[&amp;Sávé éxpéŕîméñt ~~~~~]</translation>
        </message>
        <message>
            <source>Save experiment &amp;as…</source>
            <translation>‏[Šávé éxpéŕîméñt &amp;aš… ~~~~~~]</translation>
        </message>
        <message>
            <source>Open run s&amp;tore…</source>
            <translation>‏[Öpéñ ŕûñ š&amp;töŕé… ~~~~~]</translation>
        </message>
        <message>
            <source>N&amp;ew run store…</source>
            <translation>‏[Ñ&amp;ew ŕûñ štöŕé… ~~~~]</translation>
        </message>
        <message>
            <source>&amp;Copy as command line</source>
            <translation>‏[&amp;Cöpý áš çömmáñd lîñé ~~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>‏[&amp;Qûît]</translation>
        </message>
        <message>
            <source>&amp;Filter runs</source>
            <translation>‏[&amp;Fîltéŕ ŕûñš ~~~]</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>‏[&amp;Rûñ]</translation>
        </message>
        <message>
            <source>&amp;Cancel the running transfer</source>
            <translation>‏[&amp;Cáñçél thé ŕûññîñg tŕáñšféŕ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>‏[&amp;Fîlé]</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>‏[Öpéñ &amp;réçéñt ~~~]</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>‏[&amp;Edît]</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>‏[&amp;Vîéw]</translation>
        </message>
        <message>
            <source>Show %1</source>
            <translation>‏[Šhöw %1 ~]</translation>
        </message>
        <message>
            <source>&amp;Panels</source>
            <translation>‏[&amp;Páñélš ~]</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>‏[&amp;Hélp]</translation>
        </message>
        <message>
            <source>&amp;Clear this list</source>
            <translation>‏[&amp;Cléáŕ thîš lîšt ~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>‏[&amp;Thémé ~]</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>‏[&amp;Láñgûágé ~~]</translation>
        </message>
        <message>
            <source>The language changes when the program is started again.</source>
            <translation>‏[Thé láñgûágé çháñgéš whéñ thé pŕögŕám îš štáŕtéd ágáîñ. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>‏[Åš thé šýštém ~~~~]</translation>
        </message>
        <message>
            <source>Figure &amp;width</source>
            <translation>‏[Fîgûŕé &amp;wîdth ~~~~]</translation>
        </message>
        <message>
            <source>%1 inches</source>
            <translation>‏[%1 îñçhéš ~~]</translation>
        </message>
        <message>
            <source>Other…</source>
            <translation>‏[Öthéŕ… ~]</translation>
        </message>
        <message>
            <source>E&amp;xport this view…</source>
            <translation>‏[É&amp;xpöŕt thîš vîéw… ~~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <comment>menu</comment>
            <translation>‏[&amp;Rûñ]</translation>
        </message>
        <message>
            <source>Keep them running</source>
            <translation>‏[Kéép thém ŕûññîñg ~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Trusted signers…</source>
            <translation>‏[&amp;Tŕûštéd šîgñéŕš… ~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Refuse token files without a seal</source>
            <translation>‏[&amp;Réfûšé tökéñ fîléš wîthöût á šéál ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Anybody can take a seal off a file: who expects one should insist on it. Tokens of runs are not sealed, and are shown all the same.</source>
            <translation>‏[Åñýbödý çáñ táké á šéál öff á fîlé: whö éxpéçtš öñé šhöûld îñšîšt öñ ît. Tökéñš öf ŕûñš áŕé ñöt šéáléd, áñd áŕé šhöwñ áll thé šámé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>‏[&amp;Töölš ~]</translation>
        </message>
        <message>
            <source>&amp;Memory budget…</source>
            <translation>‏[&amp;Mémöŕý bûdgét… ~~~~]</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>‏[Léššöñ ~]</translation>
        </message>
        <message>
            <source>Go on with the next stage (%1)</source>
            <translation>‏[Gö öñ wîth thé ñéxt štágé (%1) ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The run does not wait now. (%1)</source>
            <comment>keys</comment>
            <translation>‏[Thé ŕûñ döéš ñöt wáît ñöw. (%1) ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>&amp;Teaching mode</source>
            <translation>‏[&amp;Téáçhîñg mödé ~~~~]</translation>
        </message>
        <message>
            <source>Teaching mode: runs wait after each stage, and a panel says what the views show</source>
            <translation>‏[Téáçhîñg mödé: ŕûñš wáît áftéŕ éáçh štágé, áñd á páñél šáýš whát thé vîéwš šhöw ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>&amp;Next stage</source>
            <translation>‏[&amp;Néxt štágé ~~~]</translation>
        </message>
        <message>
            <source>Run to the &amp;end</source>
            <translation>‏[Ŕûñ tö thé &amp;eñd ~~~~]</translation>
        </message>
        <message>
            <source>Do not wait after the stages that are left</source>
            <translation>‏[Dö ñöt wáît áftéŕ thé štágéš thát áŕé léft ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>&amp;Lessons</source>
            <translation>‏[&amp;Léššöñš ~~]</translation>
        </message>
        <message>
            <source>Run TorchScript files in a &amp;process of their own</source>
            <translation>‏[Ŕûñ TöŕçhŠçŕîpt fîléš îñ á &amp;pŕöçéšš öf théîŕ öwñ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>A TorchScript file is code. In a process of its own it can crash, or not end, without taking this program with it; starting one takes about a second.</source>
            <translation>‏[Å TöŕçhŠçŕîpt fîlé îš çödé. Îñ á pŕöçéšš öf îtš öwñ ît çáñ çŕášh, öŕ ñöt éñd, wîthöût tákîñg thîš pŕögŕám wîth ît; štáŕtîñg öñé tákéš áböût á šéçöñd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::MemoryBudgetDialog</name>
        <message>
            <source>Memory budget</source>
            <translation>‏[Mémöŕý bûdgét ~~~~]</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>‏[Åpplý]</translation>
        </message>
        <message>
            <source>Data files that are read and activations that are recorded take no more memory than this. What needs more is refused, and the message says how much it would take. Networks and what learning needs come on top.</source>
            <translation>‏[Dátá fîléš thát áŕé ŕéád áñd áçtîvátîöñš thát áŕé ŕéçöŕdéd táké ñö möŕé mémöŕý tháñ thîš. Whát ñéédš möŕé îš ŕéfûšéd, áñd thé méššágé šáýš höw mûçh ît wöûld táké. Ñétwöŕkš áñd whát léáŕñîñg ñéédš çömé öñ töp. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Automatic: half of this machine's %1</source>
            <translation>‏[&amp;Aûtömátîç: hálf öf thîš máçhîñé'š %1 ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Automatic: half of this machine's memory</source>
            <translation>‏[&amp;Aûtömátîç: hálf öf thîš máçhîñé'š mémöŕý ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>At &amp;most:</source>
            <translation>‏[Åt &amp;möšt: ~~]</translation>
        </message>
        <message>
            <source>Most memory in gigabytes</source>
            <translation>‏[Möšt mémöŕý îñ gîgábýtéš ~~~~~~ ~]</translation>
        </message>
        <message>
            <source> GB</source>
            <comment>gigabytes, after a number</comment>
            <translation>‏[ GB]</translation>
        </message>
        <message>
            <source>It counts for what begins after it was changed.</source>
            <translation>‏[Ît çöûñtš föŕ whát bégîñš áftéŕ ît wáš çháñgéd. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>This machine has only %1. With a larger budget the system may swap until nothing moves, or end the program.</source>
            <translation>‏[Thîš máçhîñé háš öñlý %1. Wîth á láŕgéŕ bûdgét thé šýštém máý šwáp ûñtîl ñöthîñg mövéš, öŕ éñd thé pŕögŕám. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>This leaves little of this machine's %1 for networks, for learning and for other programs.</source>
            <translation>‏[Thîš léávéš lîttlé öf thîš máçhîñé'š %1 föŕ ñétwöŕkš, föŕ léáŕñîñg áñd föŕ öthéŕ pŕögŕámš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::MessageDialog</name>
        <message>
            <source>Technical text of the message</source>
            <translation>‏[Téçhñîçál téxt öf thé méššágé ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>&amp;Details</source>
            <translation>‏[&amp;Détáîlš ~~]</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>‏[&amp;Cöpý]</translation>
        </message>
        <message>
            <source>Copies the message with its technical text.</source>
            <translation>‏[Çöpîéš thé méššágé wîth îtš téçhñîçál téxt. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ModalDialogs</name>
        <message>
            <source>Close</source>
            <translation>‏[Çlöšé]</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>‏[&amp;Sávé]</translation>
        </message>
        <message>
            <source>Do&amp;n't save</source>
            <translation>‏[Dö&amp;n't šávé ~~~]</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>‏[Çáñçél ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ModuleTree</name>
        <message>
            <source>Filter modules</source>
            <translation>‏[Fîltéŕ mödûléš ~~~~]</translation>
        </message>
        <message>
            <source>Filter by name or type</source>
            <translation>‏[Fîltéŕ bý ñámé öŕ týpé ~~~~~~]</translation>
        </message>
        <message>
            <source>Modules of the network</source>
            <translation>‏[Mödûléš öf thé ñétwöŕk ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::NetworkCard</name>
        <message>
            <source>Source</source>
            <translation>‏[Šöûŕçé ~]</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>‏[Ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>choose a file</source>
            <translation>‏[çhööšé á fîlé ~~~~]</translation>
        </message>
        <message>
            <source>%1, from a file</source>
            <translation>‏[%1, fŕöm á fîlé ~~~~]</translation>
        </message>
        <message>
            <source>%1, untrained</source>
            <translation>‏[%1, ûñtŕáîñéd ~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1, trained for %n epoch(s)</source>
            <translation>
                <numerusform>‏[%1, tŕáîñéd föŕ %n épöçh(š) ~~~~~~ ~~]</numerusform>
                <numerusform>‏[%1, tŕáîñéd föŕ %n épöçh(š) ~~~~~~ ~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>‏[Ûšé ît ~]</translation>
        </message>
        <message>
            <source>The tensors look like %1.</source>
            <translation>‏[Thé téñšöŕš löök lîké %1. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Use %1 as the architecture of the tensors</source>
            <translation>‏[Ûšé %1 áš thé áŕçhîtéçtûŕé öf thé téñšöŕš ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Use the architecture that fits</source>
            <translation>‏[Ûšé thé áŕçhîtéçtûŕé thát fîtš ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Change what is set about a network</source>
            <translation>‏[Çháñgé whát îš šét áböût á ñétwöŕk ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>%1: being read…</source>
            <translation>‏[%1: béîñg ŕéád… ~~~~]</translation>
        </message>
        <message>
            <source>%1: cannot be used</source>
            <translation>‏[%1: çáññöt bé ûšéd ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::NetworkDialog</name>
        <message>
            <source>Inside the source</source>
            <translation>‏[Îñšîdé thé šöûŕçé ~~~~~]</translation>
        </message>
        <message>
            <source>Inside the receiver</source>
            <translation>‏[Îñšîdé thé ŕéçéîvéŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>‏[Åpplý]</translation>
        </message>
        <message>
            <source>Parts of the network</source>
            <translation>‏[Páŕtš öf thé ñétwöŕk ~~~~~~]</translation>
        </message>
        <message>
            <source>Attributes of the network's modules</source>
            <translation>‏[Åttŕîbûtéš öf thé ñétwöŕk'š mödûléš ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Modules</source>
            <translation>‏[Mödûléš ~]</translation>
        </message>
        <message>
            <source>Operators</source>
            <translation>‏[Öpéŕátöŕš ~~]</translation>
        </message>
        <message>
            <source>Attributes</source>
            <translation>‏[Åttŕîbûtéš ~~]</translation>
        </message>
        <message>
            <source>State</source>
            <translation>‏[Štáté]</translation>
        </message>
        <message>
            <source>All modules are frozen, so that nothing would learn. Thaw some of them.</source>
            <translation>‏[Åll mödûléš áŕé fŕöžéñ, šö thát ñöthîñg wöûld léáŕñ. Tháw šömé öf thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::NetworkFacts</name>
        <message>
            <source>a fresh one, for the data</source>
            <translation>‏[á fŕéšh öñé, föŕ thé dátá ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>a linear layer at the end</source>
            <translation>‏[á lîñéáŕ láýéŕ át thé éñd ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>none was found</source>
            <translation>‏[ñöñé wáš föûñd ~~~~]</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>‏[ñöt kñöwñ ~~]</translation>
        </message>
        <message>
            <source>the input of the head</source>
            <translation>‏[thé îñpût öf thé héád ~~~~~~]</translation>
        </message>
        <message>
            <source>Facts about the network</source>
            <translation>‏[Fáçtš áböût thé ñétwöŕk ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>‏[Kîñd]</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>‏[Tákéš]</translation>
        </message>
        <message>
            <source>Tried with</source>
            <translation>‏[Tŕîéd wîth ~~]</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>‏[ñöthîñg ýét ~~~]</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>‏[Héád]</translation>
        </message>
        <message>
            <source>Feature</source>
            <translation>‏[Féátûŕé ~]</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>‏[Páŕámétéŕš ~~]</translation>
        </message>
        <message>
            <source>Buffers</source>
            <translation>‏[Bûfféŕš ~]</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>‏[Çláššéš ~]</translation>
        </message>
        <message>
            <source>%1 per sample, pooled</source>
            <translation>‏[%1 péŕ šámplé, pööléd ~~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1 for %Ln reference sample(s)</source>
            <translation>
                <numerusform>‏[%1 föŕ %Ln ŕéféŕéñçé šámplé(š) ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[%1 föŕ %Ln ŕéféŕéñçé šámplé(š) ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 per sample in full</source>
            <translation>‏[%1 péŕ šámplé îñ fûll ~~~~~~]</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>‏[Ŕéçöŕdîñg ~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>%1:</source>
            <translation>‏[%1:]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::NetworkForm</name>
        <message>
            <source>Look inside…</source>
            <translation>‏[Löök îñšîdé… ~~~]</translation>
        </message>
        <message>
            <source>Shows the parts of the network, and what can be set about them.</source>
            <translation>‏[Šhöwš thé páŕtš öf thé ñétwöŕk, áñd whát çáñ bé šét áböût thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>‏[Fŕöm á fîlé… ~~~]</translation>
        </message>
        <message>
            <source>Choose one…</source>
            <translation>‏[Çhööšé öñé… ~~~]</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>‏[Ñétwöŕk ~]</translation>
        </message>
        <message>
            <source>The architecture, or a file with a trained network.</source>
            <translation>‏[Thé áŕçhîtéçtûŕé, öŕ á fîlé wîth á tŕáîñéd ñétwöŕk. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>File</source>
            <translation>‏[Fîlé]</translation>
        </message>
        <message>
            <source>A checkpoint of this program (.safetensors), a TorchScript file (.pt), or the tensors of a network (.pt, .pth, .safetensors) with their architecture.</source>
            <translation>‏[Å çhéçkpöîñt öf thîš pŕögŕám (.šáfétéñšöŕš), á TöŕçhŠçŕîpt fîlé (.pt), öŕ thé téñšöŕš öf á ñétwöŕk (.pt, .pth, .šáfétéñšöŕš) wîth théîŕ áŕçhîtéçtûŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Open a network</source>
            <translation>‏[Öpéñ á ñétwöŕk ~~~~]</translation>
        </message>
        <message>
            <source>Networks (*.pt *.pth *.safetensors)</source>
            <translation>‏[Ñétwöŕkš (*.pt *.pth *.safetensors) ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>Tensors of</source>
            <translation>‏[Téñšöŕš öf ~~]</translation>
        </message>
        <message>
            <source>The architecture that the tensors of the file belong to.</source>
            <translation>‏[Thé áŕçhîtéçtûŕé thát thé téñšöŕš öf thé fîlé bélöñg tö. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>‏[Héád]</translation>
        </message>
        <message>
            <source>The last layer: that of the file, or a fresh one with an output for each class of the data.</source>
            <translation>‏[Thé lášt láýéŕ: thát öf thé fîlé, öŕ á fŕéšh öñé wîth áñ öûtpût föŕ éáçh çlášš öf thé dátá. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>‏[Kéép]</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>‏[Ŕépláçé ~]</translation>
        </message>
        <message>
            <source>Width (units)</source>
            <translation>‏[Wîdth (ûñîtš) ~~~~]</translation>
        </message>
        <message>
            <source>Units of each layer; of a ResNet, channels of its first stage.</source>
            <translation>‏[Ûñîtš öf éáçh láýéŕ; öf á ŔéšÑét, çháññélš öf îtš fîŕšt štágé. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Depth (layers)</source>
            <translation>‏[Dépth (láýéŕš) ~~~~]</translation>
        </message>
        <message>
            <source>Layers, one after another.</source>
            <translation>‏[Láýéŕš, öñé áftéŕ áñöthéŕ. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>A ResNet has 6n + 2 layers: three stages of n blocks.</source>
            <translation>‏[Å ŔéšÑét háš 6ñ + 2 láýéŕš: thŕéé štágéš öf ñ blöçkš. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Trained before the transfer</source>
            <translation>‏[Tŕáîñéd béföŕé thé tŕáñšféŕ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Otherwise the receiver starts with fresh random weights.</source>
            <translation>‏[Öthéŕwîšé thé ŕéçéîvéŕ štáŕtš wîth fŕéšh ŕáñdöm wéîghtš. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::NetworkModel</name>
        <message>
            <source>A tick freezes a module: its parameters do not learn.</source>
            <translation>‏[Å tîçk fŕééžéš á mödûlé: îtš páŕámétéŕš dö ñöt léáŕñ. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Shape of the output of one sample.</source>
            <translation>‏[Šhápé öf thé öûtpût öf öñé šámplé. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Width of what a transfer records of the output, once it is pooled over positions: 4 bytes for each unit.</source>
            <translation>‏[Wîdth öf whát á tŕáñšféŕ ŕéçöŕdš öf thé öûtpût, öñçé ît îš pööléd övéŕ pöšîtîöñš: 4 býtéš föŕ éáçh ûñît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Of the whole output of one sample, before it is pooled.</source>
            <translation>‏[Öf thé whölé öûtpût öf öñé šámplé, béföŕé ît îš pööléd. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>(network)</source>
            <translation>‏[(ñétwöŕk) ~~]</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>‏[Mödûlé ~]</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>‏[Týpé]</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>‏[Öûtpût ~]</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>‏[Páŕámétéŕš ~~]</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>‏[Ŕéçöŕdéd ~~]</translation>
        </message>
        <message>
            <source>Bytes per sample</source>
            <translation>‏[Býtéš péŕ šámplé ~~~~~]</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>‏[Ñöté]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::NetworkMoreForm</name>
        <message>
            <source>Position encoding</source>
            <translation>‏[Pöšîtîöñ éñçödîñg ~~~~~]</translation>
        </message>
        <message>
            <source>How the network is told where in the input something stands.</source>
            <translation>‏[Höw thé ñétwöŕk îš töld whéŕé îñ thé îñpût šöméthîñg štáñdš. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Learned, but none for tokens</source>
            <translation>‏[Léáŕñéd, bût ñöñé föŕ tökéñš ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Learned</source>
            <translation>‏[Léáŕñéd ~]</translation>
        </message>
        <message>
            <source>Sinusoidal, fixed</source>
            <translation>‏[Šîñûšöîdál, fîxéd ~~~~~]</translation>
        </message>
        <message>
            <source>None</source>
            <translation>‏[Ñöñé]</translation>
        </message>
        <message>
            <source>Attention heads</source>
            <translation>‏[Åttéñtîöñ héádš ~~~~]</translation>
        </message>
        <message>
            <source>They must divide the width. Without a number, there is one for each 32 units.</source>
            <translation>‏[Théý mûšt dîvîdé thé wîdth. Wîthöût á ñûmbéŕ, théŕé îš öñé föŕ éáçh 32 ûñîtš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>by the width</source>
            <translation>‏[bý thé wîdth ~~~]</translation>
        </message>
        <message>
            <source>Patch (pixels)</source>
            <translation>‏[Pátçh (pîxélš) ~~~~]</translation>
        </message>
        <message>
            <source>Side of the squares that an image is cut into. Without a number, it is a quarter of the image's side.</source>
            <translation>‏[Šîdé öf thé šqûáŕéš thát áñ îmágé îš çût îñtö. Wîthöût á ñûmbéŕ, ît îš á qûáŕtéŕ öf thé îmágé'š šîdé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>by the image</source>
            <translation>‏[bý thé îmágé ~~~]</translation>
        </message>
        <message>
            <source>Pooling</source>
            <translation>‏[Pöölîñg ~]</translation>
        </message>
        <message>
            <source>How the positions become one feature.</source>
            <translation>‏[Höw thé pöšîtîöñš béçömé öñé féátûŕé. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Mean over positions</source>
            <translation>‏[Méáñ övéŕ pöšîtîöñš ~~~~~~]</translation>
        </message>
        <message>
            <source>Class token</source>
            <translation>‏[Çlášš tökéñ ~~~]</translation>
        </message>
        <message>
            <source>Training epochs</source>
            <translation>‏[Tŕáîñîñg épöçhš ~~~~]</translation>
        </message>
        <message>
            <source>Passes over the training samples.</source>
            <translation>‏[Páššéš övéŕ thé tŕáîñîñg šámpléš. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Training rate</source>
            <translation>‏[Tŕáîñîñg ŕáté ~~~~]</translation>
        </message>
        <message>
            <source>Learning rate of Adam.</source>
            <translation>‏[Léáŕñîñg ŕáté öf Ådám. ~~~~~~]</translation>
        </message>
        <message>
            <source>Training batch</source>
            <translation>‏[Tŕáîñîñg bátçh ~~~~]</translation>
        </message>
        <message>
            <source>Samples per step.</source>
            <translation>‏[Šámpléš péŕ štép. ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::NetworkOptions</name>
        <message>
            <source>Keep</source>
            <translation>‏[Kéép]</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>‏[Ŕépláçé ~]</translation>
        </message>
        <message>
            <source>The last layer: that of the file, or a fresh one with an output for each class of the data.</source>
            <translation>‏[Thé lášt láýéŕ: thát öf thé fîlé, öŕ á fŕéšh öñé wîth áñ öûtpût föŕ éáçh çlášš öf thé dátá. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Head:</source>
            <translation>‏[&amp;Héád: ~]</translation>
        </message>
        <message>
            <source>&amp;Use as feature</source>
            <translation>‏[&amp;Ušé áš féátûŕé ~~~~]</translation>
        </message>
        <message>
            <source>The output of the module that is chosen in the tree is what the transfer matches. It must be one that is recorded.</source>
            <translation>‏[Thé öûtpût öf thé mödûlé thát îš çhöšéñ îñ thé tŕéé îš whát thé tŕáñšféŕ mátçhéš. Ît mûšt bé öñé thát îš ŕéçöŕdéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>&amp;Reset</source>
            <translation>‏[&amp;Réšét ~]</translation>
        </message>
        <message>
            <source>The feature is the input of the head again.</source>
            <translation>‏[Thé féátûŕé îš thé îñpût öf thé héád ágáîñ. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Reset the feature</source>
            <translation>‏[Ŕéšét thé féátûŕé ~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Thaw all</source>
            <translation>‏[&amp;Tháw áll ~~]</translation>
        </message>
        <message>
            <source>All modules learn. One by one, they are frozen and thawed by the ticks in the tree.</source>
            <translation>‏[Åll mödûléš léáŕñ. Öñé bý öñé, théý áŕé fŕöžéñ áñd tháwéd bý thé tîçkš îñ thé tŕéé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Feature: %1</source>
            <translation>‏[Féátûŕé: %1 ~~~]</translation>
        </message>
        <message>
            <source>the input of the head</source>
            <translation>‏[thé îñpût öf thé héád ~~~~~~]</translation>
        </message>
        <message>
            <source>Nothing is frozen.</source>
            <translation>‏[Ñöthîñg îš fŕöžéñ. ~~~~~~]</translation>
        </message>
        <message>
            <source>Frozen: %1</source>
            <translation>‏[Fŕöžéñ: %1 ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::NetworkText</name>
        <message>
            <source>network of this program</source>
            <translation>‏[ñétwöŕk öf thîš pŕögŕám ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>checkpoint of this program</source>
            <translation>‏[çhéçkpöîñt öf thîš pŕögŕám ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>state dict of PyTorch</source>
            <translation>‏[štáté dîçt öf PýTöŕçh ~~~~~~]</translation>
        </message>
        <message>
            <source>“%1” holds tensors but not how they are used, and no architecture of this program fits them. Export the network from Python as TorchScript (torch.jit.script or torch.jit.trace).</source>
            <translation>‏[“%1” höldš téñšöŕš bût ñöt höw théý áŕé ûšéd, áñd ñö áŕçhîtéçtûŕé öf thîš pŕögŕám fîtš thém. Éxpöŕt thé ñétwöŕk fŕöm Pýthöñ áš TöŕçhŠçŕîpt (töŕçh.jît.šçŕîpt öŕ töŕçh.jît.tŕáçé). ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>“%1” holds tensors but not how they are used. Choose the architecture that they belong to.</source>
            <translation>‏[“%1” höldš téñšöŕš bût ñöt höw théý áŕé ûšéd. Çhööšé thé áŕçhîtéçtûŕé thát théý bélöñg tö. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>“%1” will not be run: %2</source>
            <translation>‏[“%1” wîll ñöt bé ŕûñ: %2 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>“%1” cannot be used: %2</source>
            <translation>‏[“%1” çáññöt bé ûšéd: %2 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The network names %1 classes, but the data have %2. Choose a network or data with as many as the other.</source>
            <translation>‏[Thé ñétwöŕk ñáméš %1 çláššéš, bût thé dátá hávé %2. Çhööšé á ñétwöŕk öŕ dátá wîth áš máñý áš thé öthéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>The network names %1 classes, but the data have %2. Replace its head, or declare that the classes differ.</source>
            <translation>‏[Thé ñétwöŕk ñáméš %1 çláššéš, bût thé dátá hávé %2. Ŕépláçé îtš héád, öŕ déçláŕé thát thé çláššéš dîfféŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1 billion parameters</source>
            <translation>‏[%1 bîllîöñ páŕámétéŕš ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 million parameters</source>
            <translation>‏[%1 mîllîöñ páŕámétéŕš ~~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%Ln parameter(s)</source>
            <translation>
                <numerusform>‏[%Ln páŕámétéŕ(š) ~~~~~]</numerusform>
                <numerusform>‏[%Ln páŕámétéŕ(š) ~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 tokens, each one of %2</source>
            <translation>‏[%1 tökéñš, éáçh öñé öf %2 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 rows of %2 numbers</source>
            <translation>‏[%1 ŕöwš öf %2 ñûmbéŕš ~~~~~~]</translation>
        </message>
        <message>
            <source>images, %1</source>
            <translation>‏[îmágéš, %1 ~~]</translation>
        </message>
        <message numerus="yes">
            <source>vectors of %Ln number(s)</source>
            <translation>
                <numerusform>‏[véçtöŕš öf %Ln ñûmbéŕ(š) ~~~~~~ ~]</numerusform>
                <numerusform>‏[véçtöŕš öf %Ln ñûmbéŕ(š) ~~~~~~ ~]</numerusform>
            </translation>
        </message>
        <message>
            <source>width %1</source>
            <translation>‏[wîdth %1 ~~]</translation>
        </message>
        <message>
            <source>depth %1</source>
            <translation>‏[dépth %1 ~~]</translation>
        </message>
        <message>
            <source>sinusoidal positions</source>
            <translation>‏[šîñûšöîdál pöšîtîöñš ~~~~~~]</translation>
        </message>
        <message>
            <source>learned positions</source>
            <translation>‏[léáŕñéd pöšîtîöñš ~~~~~]</translation>
        </message>
        <message>
            <source>no positions</source>
            <translation>‏[ñö pöšîtîöñš ~~~]</translation>
        </message>
        <message numerus="yes">
            <source>patches of %Ln pixel(s)</source>
            <translation>
                <numerusform>‏[pátçhéš öf %Ln pîxél(š) ~~~~~~ ~]</numerusform>
                <numerusform>‏[pátçhéš öf %Ln pîxél(š) ~~~~~~ ~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln head(s)</source>
            <translation>
                <numerusform>‏[%Ln héád(š) ~~~]</numerusform>
                <numerusform>‏[%Ln héád(š) ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>class token</source>
            <translation>‏[çlášš tökéñ ~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%Ln class(es)</source>
            <translation>
                <numerusform>‏[%Ln çlášš(éš) ~~~~]</numerusform>
                <numerusform>‏[%Ln çlášš(éš) ~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>The source is used as it is: a new head knows nothing that it could teach. Keep its head.</source>
            <translation>‏[Thé šöûŕçé îš ûšéd áš ît îš: á ñéw héád kñöwš ñöthîñg thát ît çöûld téáçh. Kéép îtš héád. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The network takes other inputs (%1) than the data have (%2). Choose a network that was made for these data.</source>
            <translation>‏[Thé ñétwöŕk tákéš öthéŕ îñpûtš (%1) tháñ thé dátá hávé (%2). Çhööšé á ñétwöŕk thát wáš mádé föŕ théšé dátá. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The last linear layer of a receiver is fitted to the source's outputs, and this network shows none. Choose another network, or another feature of it.</source>
            <translation>‏[Thé lášt lîñéáŕ láýéŕ öf á ŕéçéîvéŕ îš fîttéd tö thé šöûŕçé'š öûtpûtš, áñd thîš ñétwöŕk šhöwš ñöñé. Çhööšé áñöthéŕ ñétwöŕk, öŕ áñöthéŕ féátûŕé öf ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::NoticeBar</name>
        <message>
            <source>Details</source>
            <translation>‏[Détáîlš ~]</translation>
        </message>
        <message>
            <source>Shows the technical text of the message.</source>
            <translation>‏[Šhöwš thé téçhñîçál téxt öf thé méššágé. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>‏[Çöpý]</translation>
        </message>
        <message>
            <source>Copies the message with its technical text.</source>
            <translation>‏[Çöpîéš thé méššágé wîth îtš téçhñîçál téxt. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>‏[Dîšmîšš ~]</translation>
        </message>
        <message>
            <source>Technical text of the message</source>
            <translation>‏[Téçhñîçál téxt öf thé méššágé ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>1 of %1</source>
            <translation>‏[1 öf %1 ~]</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>‏[Méššágéš ~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::OperatorList</name>
        <message>
            <source>Operators of the network</source>
            <translation>‏[Öpéŕátöŕš öf thé ñétwöŕk ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>‏[Öpéŕátöŕ ~~]</translation>
        </message>
        <message>
            <source>Uses</source>
            <translation>‏[Ûšéš]</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>‏[Ållöwéd ~]</translation>
        </message>
        <message>
            <source>First use</source>
            <translation>‏[Fîŕšt ûšé ~~]</translation>
        </message>
        <message>
            <source>allowed</source>
            <translation>‏[állöwéd ~]</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>‏[ŕéfûšéd ~]</translation>
        </message>
        <message>
            <source>All operators are allowed: they compute with tensors and plain values only.</source>
            <translation>‏[Åll öpéŕátöŕš áŕé állöwéd: théý çömpûté wîth téñšöŕš áñd pláîñ válûéš öñlý. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%Ln operator(s) are refused: they reach outside of the network's tensors, or are not PyTorch's own. Export the network without them.</source>
            <translation>
                <numerusform>‏[%Ln öpéŕátöŕ(š) áŕé ŕéfûšéd: théý ŕéáçh öûtšîdé öf thé ñétwöŕk'š téñšöŕš, öŕ áŕé ñöt PýTöŕçh'š öwñ. Éxpöŕt thé ñétwöŕk wîthöût thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</numerusform>
                <numerusform>‏[%Ln öpéŕátöŕ(š) áŕé ŕéfûšéd: théý ŕéáçh öûtšîdé öf thé ñétwöŕk'š téñšöŕš, öŕ áŕé ñöt PýTöŕçh'š öwñ. Éxpöŕt thé ñétwöŕk wîthöût thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::PairPlot</name>
        <message>
            <source>Two groups, pair by pair</source>
            <translation>‏[Twö gŕöûpš, páîŕ bý páîŕ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>measure, group</comment>
            <translation>‏[%1, %2 ~]</translation>
        </message>
        <message>
            <source>With two groups or more, the runs of two of them are paired here by seed.</source>
            <translation>‏[Wîth twö gŕöûpš öŕ möŕé, thé ŕûñš öf twö öf thém áŕé páîŕéd héŕé bý šééd. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>No seed has a run of both groups.</source>
            <translation>‏[Ñö šééd háš á ŕûñ öf böth gŕöûpš. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Dashed: equal. %1</source>
            <translation>‏[Dášhéd: éqûál. %1 ~~~~~]</translation>
        </message>
        <message>
            <source>%1 &gt; %2</source>
            <comment>source &gt; receiver</comment>
            <translation>‏[%1 &gt; %2 ~]</translation>
        </message>
        <message>
            <source>Seed %1, %2: %3 %4, %5 %6</source>
            <comment>group value, group value</comment>
            <translation>‏[Šééd %1, %2: %3 %4, %5 %6 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 is %2.</source>
            <comment>group, finding</comment>
            <translation>‏[%1 îš %2. ~~]</translation>
        </message>
        <message>
            <source>Group %1</source>
            <translation>‏[Gŕöûp %1 ~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1 %n run(s) of it have no partner.</source>
            <translation>
                <numerusform>‏[%1 %n ŕûñ(š) öf ît hávé ñö páŕtñéŕ. ~~~~~~ ~~~~~]</numerusform>
                <numerusform>‏[%1 %n ŕûñ(š) öf ît hávé ñö páŕtñéŕ. ~~~~~~ ~~~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n pair(s) of runs. %2</source>
            <translation>
                <numerusform>‏[%1 öf %n páîŕ(š) öf ŕûñš. %2 ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[%1 öf %n páîŕ(š) öf ŕûñš. %2 ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>seed</source>
            <translation>‏[šééd]</translation>
        </message>
        <message>
            <source>networks</source>
            <translation>‏[ñétwöŕkš ~~]</translation>
        </message>
        <message>
            <source>difference</source>
            <translation>‏[dîfféŕéñçé ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::PipelineStrip</name>
        <message>
            <source>Stages of the transfer</source>
            <translation>‏[Štágéš öf thé tŕáñšféŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>Preparing…</source>
            <translation>‏[Pŕépáŕîñg… ~~]</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>‏[Çáñçéllîñg… ~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>…</source>
            <translation>…</translation>
        </message>
        <message>
            <source>%1, %2 left</source>
            <comment>percent, time</comment>
            <translation>‏[%1, %2 léft ~~~]</translation>
        </message>
        <message>
            <source>No run is open.</source>
            <translation>‏[Ñö ŕûñ îš öpéñ. ~~~~]</translation>
        </message>
        <message>
            <source>%1, %2 in all</source>
            <comment>state, time</comment>
            <translation>‏[%1, %2 îñ áll ~~~~]</translation>
        </message>
        <message>
            <source>Waits for you after %1</source>
            <translation>‏[Wáîtš föŕ ýöû áftéŕ %1 ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::PlotFrame</name>
        <message>
            <source>Values: %1</source>
            <translation>‏[Válûéš: %1 ~~]</translation>
        </message>
        <message>
            <source>Under the pointer</source>
            <translation>‏[Ûñdéŕ thé pöîñtéŕ ~~~~~]</translation>
        </message>
        <message>
            <source>Show the values as a table</source>
            <translation>‏[Šhöw thé válûéš áš á táblé ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Reset the zoom (Home)</source>
            <translation>‏[Ŕéšét thé žööm (Hömé) ~~~~~~]</translation>
        </message>
        <message>
            <source>Copy the picture</source>
            <translation>‏[Çöpý thé pîçtûŕé ~~~~~]</translation>
        </message>
        <message>
            <source>Export this plot…</source>
            <translation>‏[Éxpöŕt thîš plöt… ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::PlotsView</name>
        <message>
            <source>Run</source>
            <translation>‏[Ŕûñ]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::PositionNames</name>
        <message>
            <source>position %1</source>
            <translation>‏[pöšîtîöñ %1 ~~~]</translation>
        </message>
        <message>
            <source>%1 (row %2 of the image)</source>
            <translation>‏[%1 (ŕöw %2 öf thé îmágé) ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 (class token)</source>
            <translation>‏[%1 (çlášš tökéñ) ~~~~~]</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>pixels</comment>
            <translation>‏[%1 tö %2 ~~]</translation>
        </message>
        <message>
            <source>%1 (patch in row %2, column %3: pixels %4 across, %5 down)</source>
            <translation>‏[%1 (pátçh îñ ŕöw %2, çölûmñ %3: pîxélš %4 áçŕöšš, %5 döwñ) ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::QueueModel</name>
        <message>
            <source>%1, about %2 left</source>
            <translation>‏[%1, áböût %2 léft ~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>‏[%1: %2. ~]</translation>
        </message>
        <message>
            <source>%1: %2, %3 done, %4.</source>
            <translation>‏[%1: %2, %3 döñé, %4. ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>‏[%1 š]</translation>
        </message>
        <message numerus="yes">
            <source>waiting, seed %1, %n epoch(s)</source>
            <translation>
                <numerusform>‏[wáîtîñg, šééd %1, %n épöçh(š) ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[wáîtîñg, šééd %1, %n épöçh(š) ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>waits for you after %1</source>
            <translation>‏[wáîtš föŕ ýöû áftéŕ %1 ~~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>waiting, a study of %n run(s)</source>
            <translation>
                <numerusform>‏[wáîtîñg, á štûdý öf %n ŕûñ(š) ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[wáîtîñg, á štûdý öf %n ŕûñ(š) ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>run %1 of %2: %3</source>
            <comment>of a study: position, number, stage</comment>
            <translation>‏[ŕûñ %1 öf %2: %3 ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::QueuePanel</name>
        <message>
            <source>Queue</source>
            <translation>‏[Qûéûé]</translation>
        </message>
        <message>
            <source>&amp;Cancel job</source>
            <translation>‏[&amp;Cáñçél jöb ~~~]</translation>
        </message>
        <message>
            <source>Move &amp;up</source>
            <translation>‏[Mövé &amp;up ~~]</translation>
        </message>
        <message>
            <source>Move &amp;down</source>
            <translation>‏[Mövé &amp;döwñ ~~]</translation>
        </message>
        <message>
            <source>Jobs that run or wait. Delete cancels one, Alt with an arrow moves it.</source>
            <translation>‏[Jöbš thát ŕûñ öŕ wáît. Délété çáñçélš öñé, Ålt wîth áñ áŕŕöw mövéš ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Runs that wait for their turn will stand here.</source>
            <translation>‏[Ŕûñš thát wáît föŕ théîŕ tûŕñ wîll štáñd héŕé. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>‏[Ŕûñ]</translation>
        </message>
        <message>
            <source>Cancel “%1”? What was measured until now is kept.</source>
            <translation>‏[Çáñçél “%1”? Whát wáš méášûŕéd ûñtîl ñöw îš képt. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Cancel the run</source>
            <translation>‏[Çáñçél thé ŕûñ ~~~~]</translation>
        </message>
        <message>
            <source>Keep it running</source>
            <translation>‏[Kéép ît ŕûññîñg ~~~~]</translation>
        </message>
        <message>
            <source>Cancel the study</source>
            <translation>‏[Çáñçél thé štûdý ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ReadingBar</name>
        <message>
            <source>Reading was stopped.</source>
            <translation>‏[Ŕéádîñg wáš štöppéd. ~~~~~~]</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>‏[Štöp]</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>‏[Ŕéád ágáîñ ~~]</translation>
        </message>
        <message>
            <source>Reading the network</source>
            <translation>‏[Ŕéádîñg thé ñétwöŕk ~~~~~~]</translation>
        </message>
        <message>
            <source>Stop reading the network</source>
            <translation>‏[Štöp ŕéádîñg thé ñétwöŕk ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::ReadingDialog</name>
        <message>
            <source>&amp;Copy</source>
            <translation>‏[&amp;Cöpý]</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>‏[Çlöšé]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::RealEdit</name>
        <message>
            <source>Type a number above 0.</source>
            <translation>‏[Týpé á ñûmbéŕ ábövé 0. ~~~~~~]</translation>
        </message>
        <message>
            <source>Type a number that is 0 or more.</source>
            <translation>‏[Týpé á ñûmbéŕ thát îš 0 öŕ möŕé. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Type a number above 0 and below 1.</source>
            <translation>‏[Týpé á ñûmbéŕ ábövé 0 áñd bélöw 1. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Type a number from 0 to 1.</source>
            <translation>‏[Týpé á ñûmbéŕ fŕöm 0 tö 1. ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::RecordingBar</name>
        <message>
            <source>Recording the sample</source>
            <translation>‏[Ŕéçöŕdîñg thé šámplé ~~~~~~]</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>‏[Štöp]</translation>
        </message>
        <message>
            <source>Stop recording the sample</source>
            <translation>‏[Štöp ŕéçöŕdîñg thé šámplé ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::RunActions</name>
        <message>
            <source>Re&amp;name</source>
            <translation>‏[Ŕé&amp;námé ~]</translation>
        </message>
        <message>
            <source>&amp;Star</source>
            <translation>‏[&amp;Stáŕ]</translation>
        </message>
        <message>
            <source>Edit &amp;tags…</source>
            <translation>‏[Édît &amp;tágš… ~~~]</translation>
        </message>
        <message>
            <source>Edit n&amp;ote…</source>
            <translation>‏[Édît ñ&amp;oté… ~~~]</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>‏[&amp;Délété ~]</translation>
        </message>
        <message>
            <source>Run &amp;again</source>
            <translation>‏[Ŕûñ &amp;agáîñ ~~]</translation>
        </message>
        <message>
            <source>&amp;Use this setup</source>
            <translation>‏[&amp;Ušé thîš šétûp ~~~~]</translation>
        </message>
        <message>
            <source>Export run as &amp;JSON…</source>
            <translation>‏[Éxpöŕt ŕûñ áš &amp;JŠÖÑ… ~~~~~~]</translation>
        </message>
        <message>
            <source>E&amp;xport token…</source>
            <translation>‏[É&amp;xpöŕt tökéñ… ~~~~]</translation>
        </message>
        <message>
            <source>Show &amp;folder</source>
            <translation>‏[Šhöw &amp;földéŕ ~~~]</translation>
        </message>
        <message>
            <source>Remove &amp;star</source>
            <translation>‏[Ŕémövé &amp;stáŕ ~~~]</translation>
        </message>
        <message>
            <source>Add &amp;star</source>
            <translation>‏[Ådd &amp;stáŕ ~~]</translation>
        </message>
        <message>
            <source>Choose a run in the list first.</source>
            <translation>‏[Çhööšé á ŕûñ îñ thé lîšt fîŕšt. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>This works on one run at a time.</source>
            <translation>‏[Thîš wöŕkš öñ öñé ŕûñ át á tîmé. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The run store is open for reading only.</source>
            <translation>‏[Thé ŕûñ štöŕé îš öpéñ föŕ ŕéádîñg öñlý. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>A run that is going on cannot be deleted; cancel it first.</source>
            <translation>‏[Å ŕûñ thát îš göîñg öñ çáññöt bé délétéd; çáñçél ît fîŕšt. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The setup of this run was written by another version of the program.</source>
            <translation>‏[Thé šétûp öf thîš ŕûñ wáš wŕîttéñ bý áñöthéŕ véŕšîöñ öf thé pŕögŕám. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>This run has no token: only runs that are done have one.</source>
            <translation>‏[Thîš ŕûñ háš ñö tökéñ: öñlý ŕûñš thát áŕé döñé hávé öñé. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Remove star</source>
            <translation>‏[Ŕémövé štáŕ ~~~]</translation>
        </message>
        <message>
            <source>Add star</source>
            <translation>‏[Ådd štáŕ ~~]</translation>
        </message>
        <message>
            <source>Edit tags</source>
            <translation>‏[Édît tágš ~~]</translation>
        </message>
        <message>
            <source>Tags that all these runs have, with commas between them:</source>
            <translation>‏[Tágš thát áll théšé ŕûñš hávé, wîth çömmáš bétwééñ thém: ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Tags, with commas between them:</source>
            <translation>‏[Tágš, wîth çömmáš bétwééñ thém: ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Edit note</source>
            <translation>‏[Édît ñöté ~~]</translation>
        </message>
        <message>
            <source>Note:</source>
            <translation>‏[Ñöté:]</translation>
        </message>
        <message>
            <source>The command line is on the clipboard.</source>
            <translation>‏[Thé çömmáñd lîñé îš öñ thé çlîpböáŕd. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Copy as command &amp;line</source>
            <translation>‏[Çöpý áš çömmáñd &amp;lîñé ~~~~~~]</translation>
        </message>
        <message>
            <source>Com&amp;pare</source>
            <translation>‏[Çöm&amp;páŕé ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::RunController</name>
        <message>
            <source>Cancel “%1”? What was measured until now is kept.</source>
            <translation>‏[Çáñçél “%1”? Whát wáš méášûŕéd ûñtîl ñöw îš képt. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Cancel the run</source>
            <translation>‏[Çáñçél thé ŕûñ ~~~~]</translation>
        </message>
        <message>
            <source>No run store is open. Open or create one with File, Open store.</source>
            <translation>‏[Ñö ŕûñ štöŕé îš öpéñ. Öpéñ öŕ çŕéáté öñé wîth Fîlé, Öpéñ štöŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The run store can only be read here. Open another one to run experiments.</source>
            <translation>‏[Thé ŕûñ štöŕé çáñ öñlý bé ŕéád héŕé. Öpéñ áñöthéŕ öñé tö ŕûñ éxpéŕîméñtš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The engine is still being loaded.</source>
            <translation>‏[Thé éñgîñé îš štîll béîñg löádéd. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>The engine could not be loaded. Runs can be looked at, but not made.</source>
            <translation>‏[Thé éñgîñé çöûld ñöt bé löádéd. Ŕûñš çáñ bé löökéd át, bût ñöt mádé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Mend what the cards above say before running.</source>
            <translation>‏[Méñd whát thé çáŕdš ábövé šáý béföŕé ŕûññîñg. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>“%1” failed. %2</source>
            <translation>‏[“%1” fáîléd. %2 ~~~~]</translation>
        </message>
        <message>
            <source>Transfer finished</source>
            <translation>‏[Tŕáñšféŕ fîñîšhéd ~~~~~]</translation>
        </message>
        <message>
            <source>Transfer failed</source>
            <translation>‏[Tŕáñšféŕ fáîléd ~~~~]</translation>
        </message>
        <message>
            <source>Keep it running</source>
            <translation>‏[Kéép ît ŕûññîñg ~~~~]</translation>
        </message>
        <message>
            <source>The run store is no longer there. Put it back or open another one.</source>
            <translation>‏[Thé ŕûñ štöŕé îš ñö löñgéŕ théŕé. Pût ît báçk öŕ öpéñ áñöthéŕ öñé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Cancel the study</source>
            <translation>‏[Çáñçél thé štûdý ~~~~~]</translation>
        </message>
        <message>
            <source>Study finished</source>
            <translation>‏[Štûdý fîñîšhéd ~~~~]</translation>
        </message>
        <message>
            <source>Study failed</source>
            <translation>‏[Štûdý fáîléd ~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::RunExport</name>
        <message>
            <source>Export run as JSON</source>
            <translation>‏[Éxpöŕt ŕûñ áš JŠÖÑ ~~~~~~]</translation>
        </message>
        <message>
            <source>Run as JSON (*.json)</source>
            <translation>‏[Ŕûñ áš JŠÖÑ (*.json) ~~~~~~]</translation>
        </message>
        <message>
            <source>Export token</source>
            <translation>‏[Éxpöŕt tökéñ ~~~]</translation>
        </message>
        <message>
            <source>Token (*.tbf)</source>
            <translation>‏[Tökéñ (*.tbf) ~~~~]</translation>
        </message>
        <message>
            <source>Saved as %1.</source>
            <translation>‏[Šávéd áš %1. ~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::RunLibrary</name>
        <message numerus="yes">
            <source>Delete %n run(s)</source>
            <translation>
                <numerusform>‏[Délété %n ŕûñ(š) ~~~~~]</numerusform>
                <numerusform>‏[Délété %n ŕûñ(š) ~~~~~]</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::RunsFilter</name>
        <message>
            <source>Shows the runs that contain all these words in their name, networks, data, tags, note or state. Write state:failed for runs in that state, tag:paper for runs with that tag, star for those with a star, and &quot;quotes&quot; around words that belong together.</source>
            <translation>‏[Šhöwš thé ŕûñš thát çöñtáîñ áll théšé wöŕdš îñ théîŕ ñámé, ñétwöŕkš, dátá, tágš, ñöté öŕ štáté. Wŕîté štáté:fáîléd föŕ ŕûñš îñ thát štáté, tág:pápéŕ föŕ ŕûñš wîth thát tág, štáŕ föŕ thöšé wîth á štáŕ, áñd &quot;qûötéš&quot; áŕöûñd wöŕdš thát bélöñg tögéthéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::RunsPanel</name>
        <message>
            <source>Runs</source>
            <translation>‏[Ŕûñš]</translation>
        </message>
        <message>
            <source>Summary of the selected runs</source>
            <translation>‏[Šûmmáŕý öf thé šéléçtéd ŕûñš ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Open a run store to see its runs here.</source>
            <translation>‏[Öpéñ á ŕûñ štöŕé tö šéé îtš ŕûñš héŕé. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Open a run store…</source>
            <translation>‏[Öpéñ á ŕûñ štöŕé… ~~~~~]</translation>
        </message>
        <message>
            <source>Run a transfer to see it in this list.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ tö šéé ît îñ thîš lîšt. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>‏[Ŕûñ]</translation>
        </message>
        <message>
            <source>No run matches the filter “%1”.</source>
            <translation>‏[Ñö ŕûñ mátçhéš thé fîltéŕ “%1”. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>‏[Çléáŕ thé fîltéŕ ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::RunsTable</name>
        <message>
            <source>Runs</source>
            <translation>‏[Ŕûñš]</translation>
        </message>
        <message>
            <source>The runs of the open store. Space gives a star, F2 renames, Delete deletes.</source>
            <translation>‏[Thé ŕûñš öf thé öpéñ štöŕé. Špáçé gîvéš á štáŕ, F2 ŕéñáméš, Délété délétéš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>‏[Çölûmñš ~]</translation>
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation>‏[&amp;Cölûmñš ~~]</translation>
        </message>
        <message>
            <source>&amp;Reset columns</source>
            <translation>‏[&amp;Réšét çölûmñš ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SampleFacts</name>
        <message>
            <source>no class</source>
            <translation>‏[ñö çlášš ~~]</translation>
        </message>
        <message>
            <source>class %1 of its own</source>
            <translation>‏[çlášš %1 öf îtš öwñ ~~~~~~]</translation>
        </message>
        <message>
            <source>The input</source>
            <translation>‏[Thé îñpût ~~]</translation>
        </message>
        <message>
            <source>This run has kept nothing of this sample.</source>
            <translation>‏[Thîš ŕûñ háš képt ñöthîñg öf thîš šámplé. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>True class: %1</source>
            <translation>‏[Tŕûé çlášš: %1 ~~~~]</translation>
        </message>
        <message>
            <source>Predicted: %1</source>
            <translation>‏[Pŕédîçtéd: %1 ~~~~]</translation>
        </message>
        <message>
            <source>Input: %1</source>
            <translation>‏[Îñpût: %1 ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SampleInspector</name>
        <message>
            <source>source</source>
            <translation>‏[šöûŕçé ~]</translation>
        </message>
        <message>
            <source>receiver before the transfer</source>
            <translation>‏[ŕéçéîvéŕ béföŕé thé tŕáñšféŕ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>receiver after the transfer</source>
            <translation>‏[ŕéçéîvéŕ áftéŕ thé tŕáñšféŕ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Record what each layer puts out for this sample</source>
            <translation>‏[Ŕéçöŕd whát éáçh láýéŕ pûtš öût föŕ thîš šámplé ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>‏[Ñétwöŕk ~]</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>‏[Šámplé ~]</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>‏[Ŕéçöŕd ~]</translation>
        </message>
        <message>
            <source>Choose a run to record what its networks put out.</source>
            <translation>‏[Çhööšé á ŕûñ tö ŕéçöŕd whát îtš ñétwöŕkš pût öût. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The engine is still being loaded.</source>
            <translation>‏[Thé éñgîñé îš štîll béîñg löádéd. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Nothing can be recorded without the engine. %1</source>
            <translation>‏[Ñöthîñg çáñ bé ŕéçöŕdéd wîthöût thé éñgîñé. %1 ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>This can be recorded as soon as the run has ended.</source>
            <translation>‏[Thîš çáñ bé ŕéçöŕdéd áš šööñ áš thé ŕûñ háš éñdéd. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>This run is of another version of the program, so that its networks are not known here. Run the experiment again to record them.</source>
            <translation>‏[Thîš ŕûñ îš öf áñöthéŕ véŕšîöñ öf thé pŕögŕám, šö thát îtš ñétwöŕkš áŕé ñöt kñöwñ héŕé. Ŕûñ thé éxpéŕîméñt ágáîñ tö ŕéçöŕd thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Choose a layer in the list to record it.</source>
            <translation>‏[Çhööšé á láýéŕ îñ thé lîšt tö ŕéçöŕd ît. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The sample is being recorded…</source>
            <translation>‏[Thé šámplé îš béîñg ŕéçöŕdéd… ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Recording was stopped. Press Record to begin again.</source>
            <translation>‏[Ŕéçöŕdîñg wáš štöppéd. Pŕéšš Ŕéçöŕd tö bégîñ ágáîñ. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>This network put out nothing that can be recorded.</source>
            <translation>‏[Thîš ñétwöŕk pût öût ñöthîñg thát çáñ bé ŕéçöŕdéd. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Press Record to see what each layer of this network puts out for this sample.</source>
            <translation>‏[Pŕéšš Ŕéçöŕd tö šéé whát éáçh láýéŕ öf thîš ñétwöŕk pûtš öût föŕ thîš šámplé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Source %1, sample %2</source>
            <translation>‏[Šöûŕçé %1, šámplé %2 ~~~~~~]</translation>
        </message>
        <message>
            <source>Receiver %1 before the transfer, sample %2</source>
            <translation>‏[Ŕéçéîvéŕ %1 béföŕé thé tŕáñšféŕ, šámplé %2 ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Receiver %1 after the transfer, sample %2</source>
            <translation>‏[Ŕéçéîvéŕ %1 áftéŕ thé tŕáñšféŕ, šámplé %2 ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The receiver that this run has trained is no longer in its folder. Choose another network, or run the experiment again.</source>
            <translation>‏[Thé ŕéçéîvéŕ thát thîš ŕûñ háš tŕáîñéd îš ñö löñgéŕ îñ îtš földéŕ. Çhööšé áñöthéŕ ñétwöŕk, öŕ ŕûñ thé éxpéŕîméñt ágáîñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The sample was not recorded. %1</source>
            <translation>‏[Thé šámplé wáš ñöt ŕéçöŕdéd. %1 ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>All layers at once put out %1 for one sample, but at most %2 are recorded. Choose a layer in the list to record it by itself.</source>
            <translation>‏[Åll láýéŕš át öñçé pût öût %1 föŕ öñé šámplé, bût át möšt %2 áŕé ŕéçöŕdéd. Çhööšé á láýéŕ îñ thé lîšt tö ŕéçöŕd ît bý îtšélf. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>This layer alone puts out %1 for one sample, but at most %2 are recorded. Choose another one.</source>
            <translation>‏[Thîš láýéŕ álöñé pûtš öût %1 föŕ öñé šámplé, bût át möšt %2 áŕé ŕéçöŕdéd. Çhööšé áñöthéŕ öñé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SampleNotice</name>
        <message>
            <source>Details</source>
            <translation>‏[Détáîlš ~]</translation>
        </message>
        <message>
            <source>Show the technical text of this message</source>
            <translation>‏[Šhöw thé téçhñîçál téxt öf thîš méššágé ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SampleStrip</name>
        <message>
            <source>As it is</source>
            <translation>‏[Åš ît îš ~~]</translation>
        </message>
        <message>
            <source>Shifted</source>
            <translation>‏[Šhîftéd ~]</translation>
        </message>
        <message>
            <source>Sample %1 of class %2: %3</source>
            <translation>‏[Šámplé %1 öf çlášš %2: %3 ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SectionModel</name>
        <message>
            <source>header</source>
            <translation>‏[héádéŕ ~]</translation>
        </message>
        <message>
            <source>metadata</source>
            <translation>‏[métádátá ~~]</translation>
        </message>
        <message>
            <source>padding</source>
            <translation>‏[páddîñg ~]</translation>
        </message>
        <message>
            <source>vector</source>
            <translation>‏[véçtöŕ ~]</translation>
        </message>
        <message>
            <source>seal (HMAC)</source>
            <translation>‏[šéál (HMÅÇ) ~~~]</translation>
        </message>
        <message>
            <source>checksum</source>
            <translation>‏[çhéçkšûm ~~]</translation>
        </message>
        <message>
            <source>rest</source>
            <translation>‏[ŕéšt]</translation>
        </message>
        <message>
            <source>right</source>
            <translation>‏[ŕîght]</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>‏[wŕöñg]</translation>
        </message>
        <message>
            <source>not checked</source>
            <translation>‏[ñöt çhéçkéd ~~~]</translation>
        </message>
        <message>
            <source>%1, no bytes: %2.</source>
            <translation>‏[%1, ñö býtéš: %2. ~~~~~]</translation>
        </message>
        <message>
            <source>%1, bytes %2 to %3: %4.</source>
            <translation>‏[%1, býtéš %2 tö %3: %4. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>‏[Šéçtîöñ ~]</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>‏[Öffšét ~]</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>‏[Býtéš]</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>‏[Ŕéšûlt ~]</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>‏[Ñöté]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SelectionBar</name>
        <message>
            <source>Choose samples</source>
            <translation>‏[Çhööšé šámpléš ~~~~]</translation>
        </message>
        <message>
            <source>Choose samples by class, by what the networks made of them, or as they were saved</source>
            <translation>‏[Çhööšé šámpléš bý çlášš, bý whát thé ñétwöŕkš mádé öf thém, öŕ áš théý wéŕé šávéd ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>‏[Šávé…]</translation>
        </message>
        <message>
            <source>Keep this choice with the run, under a name</source>
            <translation>‏[Kéép thîš çhöîçé wîth thé ŕûñ, ûñdéŕ á ñámé ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>‏[Çléáŕ]</translation>
        </message>
        <message>
            <source>Choose no samples</source>
            <translation>‏[Çhööšé ñö šámpléš ~~~~~]</translation>
        </message>
        <message>
            <source>No samples are chosen. Click samples in a plot, or drag with Shift.</source>
            <translation>‏[Ñö šámpléš áŕé çhöšéñ. Çlîçk šámpléš îñ á plöt, öŕ dŕág wîth Šhîft. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n of %1 sample(s) chosen</source>
            <translation>
                <numerusform>‏[%n öf %1 šámplé(š) çhöšéñ ~~~~~~ ~]</numerusform>
                <numerusform>‏[%n öf %1 šámplé(š) çhöšéñ ~~~~~~ ~]</numerusform>
            </translation>
        </message>
        <message>
            <source>The run is not in the list of runs yet: wait a moment.</source>
            <translation>‏[Thé ŕûñ îš ñöt îñ thé lîšt öf ŕûñš ýét: wáît á möméñt. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>‏[%1 (%2) ~]</translation>
        </message>
        <message>
            <source>By prediction</source>
            <translation>‏[Bý pŕédîçtîöñ ~~~~]</translation>
        </message>
        <message>
            <source>Wrong in the receiver</source>
            <translation>‏[Wŕöñg îñ thé ŕéçéîvéŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>Wrong in the source</source>
            <translation>‏[Wŕöñg îñ thé šöûŕçé ~~~~~~]</translation>
        </message>
        <message>
            <source>Source and receiver differ</source>
            <translation>‏[Šöûŕçé áñd ŕéçéîvéŕ dîfféŕ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>By class</source>
            <translation>‏[Bý çlášš ~~]</translation>
        </message>
        <message>
            <source>Saved with the run</source>
            <translation>‏[Šávéd wîth thé ŕûñ ~~~~~~]</translation>
        </message>
        <message>
            <source>Delete a saved choice</source>
            <translation>‏[Délété á šávéd çhöîçé ~~~~~~]</translation>
        </message>
        <message>
            <source>Choice %1</source>
            <translation>‏[Çhöîçé %1 ~~]</translation>
        </message>
        <message>
            <source>Save the choice of samples</source>
            <translation>‏[Šávé thé çhöîçé öf šámpléš ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Name of the choice:</source>
            <translation>‏[Ñámé öf thé çhöîçé: ~~~~~~]</translation>
        </message>
        <message>
            <source>Save choice of samples</source>
            <translation>‏[Šávé çhöîçé öf šámpléš ~~~~~~]</translation>
        </message>
        <message>
            <source>Delete choice of samples</source>
            <translation>‏[Délété çhöîçé öf šámpléš ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SessionKeeper</name>
        <message>
            <source>The experiment of the last session cannot be opened.</source>
            <translation>‏[Thé éxpéŕîméñt öf thé lášt šéššîöñ çáññöt bé öpéñéd. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Setup shows the changes that were not saved last time.</source>
            <translation>‏[Šétûp šhöwš thé çháñgéš thát wéŕé ñöt šávéd lášt tîmé. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The run store of the last session is no longer there.</source>
            <translation>‏[Thé ŕûñ štöŕé öf thé lášt šéššîöñ îš ñö löñgéŕ théŕé. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Changes that were not saved last time cannot be read. They were put aside.</source>
            <translation>‏[Çháñgéš thát wéŕé ñöt šávéd lášt tîmé çáññöt bé ŕéád. Théý wéŕé pût ášîdé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SetupCard</name>
        <message>
            <source>More</source>
            <translation>‏[Möŕé]</translation>
        </message>
        <message>
            <source>More settings: %1</source>
            <translation>‏[Möŕé šéttîñgš: %1 ~~~~~]</translation>
        </message>
        <message>
            <source>Less</source>
            <translation>‏[Léšš]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SetupPanel</name>
        <message>
            <source>Setup cards</source>
            <translation>‏[Šétûp çáŕdš ~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::SpectraPlot</name>
        <message>
            <source>Spectra of layers</source>
            <translation>‏[Špéçtŕá öf láýéŕš ~~~~~]</translation>
        </message>
        <message>
            <source>layer, in order of execution</source>
            <translation>‏[láýéŕ, îñ öŕdéŕ öf éxéçûtîöñ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>‏[láýéŕ]</translation>
        </message>
        <message>
            <source>axes that matter (participation ratio)</source>
            <translation>‏[áxéš thát máttéŕ (páŕtîçîpátîöñ ŕátîö) ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>participation ratio</source>
            <translation>‏[páŕtîçîpátîöñ ŕátîö ~~~~~~]</translation>
        </message>
        <message>
            <source>axes</source>
            <translation>‏[áxéš]</translation>
        </message>
        <message>
            <source>principal axis, by variance</source>
            <translation>‏[pŕîñçîpál áxîš, bý váŕîáñçé ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>principal axis</source>
            <translation>‏[pŕîñçîpál áxîš ~~~~]</translation>
        </message>
        <message>
            <source>variance (eigenvalue of the covariance)</source>
            <translation>‏[váŕîáñçé (éîgéñválûé öf thé çöváŕîáñçé) ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>variance</source>
            <translation>‏[váŕîáñçé ~~]</translation>
        </message>
        <message>
            <source>Source layer</source>
            <translation>‏[Šöûŕçé láýéŕ ~~~]</translation>
        </message>
        <message>
            <source>Receiver layer</source>
            <translation>‏[Ŕéçéîvéŕ láýéŕ ~~~~]</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>‏[Ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>now</source>
            <translation>‏[ñöw]</translation>
        </message>
        <message>
            <source>before</source>
            <translation>‏[béföŕé ~]</translation>
        </message>
        <message>
            <source>Logarithmic</source>
            <translation>‏[Lögáŕîthmîç ~~~]</translation>
        </message>
        <message>
            <source>all layers</source>
            <translation>‏[áll láýéŕš ~~]</translation>
        </message>
        <message>
            <source>all layers, the first ones paler</source>
            <translation>‏[áll láýéŕš, thé fîŕšt öñéš páléŕ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>Computing the spectra.</source>
            <translation>‏[Çömpûtîñg thé špéçtŕá. ~~~~~~]</translation>
        </message>
        <message>
            <source>Run a transfer to see how the layers of both networks spread their variance.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ tö šéé höw thé láýéŕš öf böth ñétwöŕkš špŕéád théîŕ váŕîáñçé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The spectra will be here as soon as the transfer has recorded the layers.</source>
            <translation>‏[Thé špéçtŕá wîll bé héŕé áš šööñ áš thé tŕáñšféŕ háš ŕéçöŕdéd thé láýéŕš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>This run kept no layers. Run it again to see their spectra.</source>
            <translation>‏[Thîš ŕûñ képt ñö láýéŕš. Ŕûñ ît ágáîñ tö šéé théîŕ špéçtŕá. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Too few samples: there are %1, and a spectrum needs %2.</source>
            <translation>‏[Töö féw šámpléš: théŕé áŕé %1, áñd á špéçtŕûm ñéédš %2. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>There is no engine here that could compute the spectra.</source>
            <translation>‏[Théŕé îš ñö éñgîñé héŕé thát çöûld çömpûté thé špéçtŕá. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The spectra will be computed once the engine is loaded.</source>
            <translation>‏[Thé špéçtŕá wîll bé çömpûtéd öñçé thé éñgîñé îš löádéd. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The chosen layers do not vary from sample to sample, or are not finite: they have no spectrum.</source>
            <translation>‏[Thé çhöšéñ láýéŕš dö ñöt váŕý fŕöm šámplé tö šámplé, öŕ áŕé ñöt fîñîté: théý hávé ñö špéçtŕûm. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>source %1</source>
            <translation>‏[šöûŕçé %1 ~~]</translation>
        </message>
        <message>
            <source>receiver %1</source>
            <translation>‏[ŕéçéîvéŕ %1 ~~~]</translation>
        </message>
        <message>
            <source>%1: participation ratio %2 of %3 axes</source>
            <translation>‏[%1: páŕtîçîpátîöñ ŕátîö %2 öf %3 áxéš ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: participation ratio not measured</source>
            <translation>‏[%1: páŕtîçîpátîöñ ŕátîö ñöt méášûŕéd ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1, axis %2: variance %3</source>
            <translation>‏[%1, áxîš %2: váŕîáñçé %3 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>network</source>
            <translation>‏[ñétwöŕk ~]</translation>
        </message>
        <message>
            <source>source</source>
            <translation>‏[šöûŕçé ~]</translation>
        </message>
        <message>
            <source>receiver</source>
            <translation>‏[ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>layer, number</comment>
            <translation>‏[%1 %2]</translation>
        </message>
        <message>
            <source>Participation ratios of the source: %1.</source>
            <translation>‏[Páŕtîçîpátîöñ ŕátîöš öf thé šöûŕçé: %1. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Participation ratios of the receiver: %1.</source>
            <translation>‏[Páŕtîçîpátîöñ ŕátîöš öf thé ŕéçéîvéŕ: %1. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message numerus="yes">
            <source>Spectra of layers on %n sample(s), the receiver as it is at step %1.</source>
            <translation>
                <numerusform>‏[Špéçtŕá öf láýéŕš öñ %n šámplé(š), thé ŕéçéîvéŕ áš ît îš át štép %1. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
                <numerusform>‏[Špéçtŕá öf láýéŕš öñ %n šámplé(š), thé ŕéçéîvéŕ áš ît îš át štép %1. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: largest variance %2 on one of %3 axes.</source>
            <translation>‏[%1: láŕgéšt váŕîáñçé %2 öñ öñé öf %3 áxéš. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StageChip</name>
        <message>
            <source>waiting</source>
            <translation>‏[wáîtîñg ~]</translation>
        </message>
        <message>
            <source>running</source>
            <translation>‏[ŕûññîñg ~]</translation>
        </message>
        <message>
            <source>done</source>
            <translation>‏[döñé]</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>‏[štöppéd ~]</translation>
        </message>
        <message>
            <source>Stage %1, %2: %3</source>
            <translation>‏[Štágé %1, %2: %3 ~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>%1: %2, %3</source>
            <translation>‏[%1: %2, %3 ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StateList</name>
        <message>
            <source>Tensors and architectures</source>
            <translation>‏[Téñšöŕš áñd áŕçhîtéçtûŕéš ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Use this &amp;architecture</source>
            <translation>‏[Ûšé thîš &amp;aŕçhîtéçtûŕé ~~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>Missing: %Ln tensor(s)</source>
            <translation>
                <numerusform>‏[Mîššîñg: %Ln téñšöŕ(š) ~~~~~~]</numerusform>
                <numerusform>‏[Mîššîñg: %Ln téñšöŕ(š) ~~~~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Unexpected: %Ln tensor(s)</source>
            <translation>
                <numerusform>‏[Ûñéxpéçtéd: %Ln téñšöŕ(š) ~~~~~~ ~]</numerusform>
                <numerusform>‏[Ûñéxpéçtéd: %Ln téñšöŕ(š) ~~~~~~ ~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of another shape: %Ln tensor(s)</source>
            <translation>
                <numerusform>‏[Öf áñöthéŕ šhápé: %Ln téñšöŕ(š) ~~~~~~ ~~~~]</numerusform>
                <numerusform>‏[Öf áñöthéŕ šhápé: %Ln téñšöŕ(š) ~~~~~~ ~~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The head has %Ln class(es).</source>
            <translation>
                <numerusform>‏[Thé héád háš %Ln çlášš(éš). ~~~~~~ ~~]</numerusform>
                <numerusform>‏[Thé héád háš %Ln çlášš(éš). ~~~~~~ ~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no head among the tensors.</source>
            <translation>‏[Théŕé îš ñö héád ámöñg thé téñšöŕš. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>The names of all tensors began with “%1”, which was taken off. %2</source>
            <translation>‏[Thé ñáméš öf áll téñšöŕš bégáñ wîth “%1”, whîçh wáš tákéñ öff. %2 ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>No architecture of this program fits</source>
            <translation>‏[Ñö áŕçhîtéçtûŕé öf thîš pŕögŕám fîtš ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Architectures that fit, the best first</source>
            <translation>‏[Åŕçhîtéçtûŕéš thát fît, thé béšt fîŕšt ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StatusLine</name>
        <message>
            <source>Ready.</source>
            <translation>‏[Ŕéádý. ~]</translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) running or waiting</source>
            <translation>
                <numerusform>‏[%n jöb(š) ŕûññîñg öŕ wáîtîñg ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[%n jöb(š) ŕûññîñg öŕ wáîtîñg ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Waiting for the engine…</source>
            <translation>‏[Wáîtîñg föŕ thé éñgîñé… ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Loading the engine…</source>
            <translation>‏[Löádîñg thé éñgîñé… ~~~~~~]</translation>
        </message>
        <message>
            <source>No engine</source>
            <translation>‏[Ñö éñgîñé ~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1, kernel %2, %n thread(s)</source>
            <translation>
                <numerusform>‏[%1, kéŕñél %2, %n thŕéád(š) ~~~~~~ ~~]</numerusform>
                <numerusform>‏[%1, kéŕñél %2, %n thŕéád(š) ~~~~~~ ~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>No run store</source>
            <translation>‏[Ñö ŕûñ štöŕé ~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n run(s) in %1, %2</source>
            <translation>
                <numerusform>‏[%n ŕûñ(š) îñ %1, %2 ~~~~~~]</numerusform>
                <numerusform>‏[%n ŕûñ(š) îñ %1, %2 ~~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Memory: up to %1</source>
            <translation>‏[Mémöŕý: ûp tö %1 ~~~~~]</translation>
        </message>
        <message>
            <source>Data and recordings take at most %1. Tools &gt; Memory budget changes that.</source>
            <translation>‏[Dátá áñd ŕéçöŕdîñgš táké át möšt %1. Töölš &gt; Mémöŕý bûdgét çháñgéš thát. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Data and recordings take at most %1, half of this machine's memory. Tools &gt; Memory budget changes that.</source>
            <translation>‏[Dátá áñd ŕéçöŕdîñgš táké át möšt %1, hálf öf thîš máçhîñé'š mémöŕý. Töölš &gt; Mémöŕý bûdgét çháñgéš thát. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>The run waits for you after %1.</source>
            <translation>‏[Thé ŕûñ wáîtš föŕ ýöû áftéŕ %1. ~~~~~~ ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StudiesView</name>
        <message>
            <source>The study cannot be summed up. %1</source>
            <translation>‏[Thé štûdý çáññöt bé šûmméd ûp. %1 ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Recipe of the study</source>
            <translation>‏[Ŕéçîpé öf thé štûdý ~~~~~~]</translation>
        </message>
        <message>
            <source>Run the study</source>
            <translation>‏[Ŕûñ thé štûdý ~~~~]</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>‏[Pŕéšét ~]</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>‏[Öpéñ]</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>‏[Šávé…]</translation>
        </message>
        <message>
            <source>Benchmark on %1, quick</source>
            <translation>‏[Béñçhmáŕk öñ %1, qûîçk ~~~~~~]</translation>
        </message>
        <message>
            <source>Benchmark on %1, full</source>
            <translation>‏[Béñçhmáŕk öñ %1, fûll ~~~~~~]</translation>
        </message>
        <message>
            <source>A small study</source>
            <translation>‏[Å šmáll štûdý ~~~~]</translation>
        </message>
        <message>
            <source>A file…</source>
            <translation>‏[Å fîlé… ~]</translation>
        </message>
        <message>
            <source>Studies of this store</source>
            <translation>‏[Štûdîéš öf thîš štöŕé ~~~~~~]</translation>
        </message>
        <message>
            <source>Runs that are done are not done again.</source>
            <translation>‏[Ŕûñš thát áŕé döñé áŕé ñöt döñé ágáîñ. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Replace the recipe on this page? Its changes are not saved.</source>
            <translation>‏[Ŕépláçé thé ŕéçîpé öñ thîš págé? Îtš çháñgéš áŕé ñöt šávéd. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>‏[Ŕépláçé ~]</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>‏[Kéép ît ~]</translation>
        </message>
        <message>
            <source>Open a study</source>
            <translation>‏[Öpéñ á štûdý ~~~]</translation>
        </message>
        <message>
            <source>Studies (*.study.json)</source>
            <translation>‏[Štûdîéš (*.study.json) ~~~~~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>The recipe of “%1” cannot be opened. %2</source>
            <translation>‏[Thé ŕéçîpé öf “%1” çáññöt bé öpéñéd. %2 ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Save the study</source>
            <translation>‏[Šávé thé štûdý ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StudyChart</name>
        <message>
            <source>Accuracy by method</source>
            <translation>‏[Åççûŕáçý bý méthöd ~~~~~~]</translation>
        </message>
        <message>
            <source>Run the study to see the accuracy of its methods here.</source>
            <translation>‏[Ŕûñ thé štûdý tö šéé thé áççûŕáçý öf îtš méthödš héŕé. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Accuracy on the test set (%)</source>
            <translation>‏[Åççûŕáçý öñ thé téšt šét (%) ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Bars: means over the pairs of networks. n = 1 has no interval over seeds.</source>
            <translation>‏[Báŕš: méáñš övéŕ thé páîŕš öf ñétwöŕkš. ñ = 1 háš ñö îñtéŕvál övéŕ šéédš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Bars: means over the pairs of networks; whiskers: 95% t intervals over seeds.</source>
            <translation>‏[Báŕš: méáñš övéŕ thé páîŕš öf ñétwöŕkš; whîškéŕš: 95% t îñtéŕválš övéŕ šéédš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message numerus="yes">
            <source>%1: %2, n = %3, %n pair(s)</source>
            <translation>
                <numerusform>‏[%1: %2, ñ = %3, %n páîŕ(š) ~~~~~~ ~~]</numerusform>
                <numerusform>‏[%1: %2, ñ = %3, %n páîŕ(š) ~~~~~~ ~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, 95% interval %2 to %3</source>
            <translation>‏[%1, 95% îñtéŕvál %2 tö %3 ~~~~~~ ~]</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n run(s) missing</source>
            <translation>
                <numerusform>‏[%1, %n ŕûñ(š) mîššîñg ~~~~~~]</numerusform>
                <numerusform>‏[%1, %n ŕûñ(š) mîššîñg ~~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1.</source>
            <comment>sentence</comment>
            <translation>‏[%1.]</translation>
        </message>
        <message>
            <source>method</source>
            <translation>‏[méthöd ~]</translation>
        </message>
        <message>
            <source>accuracy (%)</source>
            <translation>‏[áççûŕáçý (%) ~~~]</translation>
        </message>
        <message>
            <source>95% interval, lower end (%)</source>
            <translation>‏[95% îñtéŕvál, löwéŕ éñd (%) ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>95% interval, upper end (%)</source>
            <translation>‏[95% îñtéŕvál, ûppéŕ éñd (%) ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>n (seeds)</source>
            <translation>‏[ñ (šéédš) ~~]</translation>
        </message>
        <message>
            <source>pairs</source>
            <translation>‏[páîŕš]</translation>
        </message>
        <message>
            <source>runs</source>
            <translation>‏[ŕûñš]</translation>
        </message>
        <message>
            <source>missing runs</source>
            <translation>‏[mîššîñg ŕûñš ~~~]</translation>
        </message>
        <message>
            <source>Intervals are 95% t intervals over seeds, with the pairs as they are.</source>
            <translation>‏[Îñtéŕválš áŕé 95% t îñtéŕválš övéŕ šéédš, wîth thé páîŕš áš théý áŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>No result yet: %1.</source>
            <comment>methods</comment>
            <translation>‏[Ñö ŕéšûlt ýét: %1. ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StudyControl</name>
        <message>
            <source>Mend what the recipe says before running the study.</source>
            <translation>‏[Méñd whát thé ŕéçîpé šáýš béföŕé ŕûññîñg thé štûdý. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>A study of this name is running or waiting.</source>
            <translation>‏[Å štûdý öf thîš ñámé îš ŕûññîñg öŕ wáîtîñg. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>This store has a study “%1” with another recipe. Replace its recipe? Runs that the new one does not ask for stay in the store.</source>
            <translation>‏[Thîš štöŕé háš á štûdý “%1” wîth áñöthéŕ ŕéçîpé. Ŕépláçé îtš ŕéçîpé? Ŕûñš thát thé ñéw öñé döéš ñöt ášk föŕ štáý îñ thé štöŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Replace the recipe</source>
            <translation>‏[Ŕépláçé thé ŕéçîpé ~~~~~~]</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>‏[Kéép ît ~]</translation>
        </message>
        <message>
            <source>The study was not started. %1</source>
            <translation>‏[Thé štûdý wáš ñöt štáŕtéd. %1 ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Cancel the study “%1”? The runs that are done are kept, and the study can go on later.</source>
            <translation>‏[Çáñçél thé štûdý “%1”? Thé ŕûñš thát áŕé döñé áŕé képt, áñd thé štûdý çáñ gö öñ látéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Cancel the study</source>
            <translation>‏[Çáñçél thé štûdý ~~~~~]</translation>
        </message>
        <message>
            <source>Keep it running</source>
            <translation>‏[Kéép ît ŕûññîñg ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StudyDocument</name>
        <message>
            <source>Choose at least one method.</source>
            <translation>‏[Çhööšé át léášt öñé méthöd. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Type at least one seed.</source>
            <translation>‏[Týpé át léášt öñé šééd. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>“%1” cannot be opened as a study. %2</source>
            <translation>‏[“%1” çáññöt bé öpéñéd áš á štûdý. %2 ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The study was not saved. %1</source>
            <translation>‏[Thé štûdý wáš ñöt šávéd. %1 ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StudyForm</name>
        <message>
            <source>Name</source>
            <translation>‏[Ñámé]</translation>
        </message>
        <message>
            <source>The runs of the study carry it, and its recipe is kept under it beside the store.</source>
            <translation>‏[Thé ŕûñš öf thé štûdý çáŕŕý ît, áñd îtš ŕéçîpé îš képt ûñdéŕ ît béšîdé thé štöŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Seeds</source>
            <translation>‏[Šéédš]</translation>
        </message>
        <message>
            <source>Whole numbers and ranges: 1-5, 8. Every seed repeats the whole study; from two seeds on there are intervals.</source>
            <translation>‏[Whölé ñûmbéŕš áñd ŕáñgéš: 1-5, 8. Évéŕý šééd ŕépéátš thé whölé štûdý; fŕöm twö šéédš öñ théŕé áŕé îñtéŕválš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>‏[Šöûŕçéš ~]</translation>
        </message>
        <message>
            <source>Receivers</source>
            <translation>‏[Ŕéçéîvéŕš ~~]</translation>
        </message>
        <message>
            <source>The sources are the receivers, too</source>
            <translation>‏[Thé šöûŕçéš áŕé thé ŕéçéîvéŕš, töö ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Skip pairs of the same network</source>
            <translation>‏[Škîp páîŕš öf thé šámé ñétwöŕk ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>No network teaches its own architecture.</source>
            <translation>‏[Ñö ñétwöŕk téáçhéš îtš öwñ áŕçhîtéçtûŕé. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Use lists of networks instead</source>
            <translation>‏[Ûšé lîštš öf ñétwöŕkš îñštéád ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Methods, and their epochs</source>
            <translation>‏[Méthödš, áñd théîŕ épöçhš ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Leave these out</source>
            <translation>‏[Léávé théšé öût ~~~~]</translation>
        </message>
        <message>
            <source>Controls of mode A</source>
            <translation>‏[Çöñtŕölš öf mödé Å ~~~~~~]</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>‏[Dátá]</translation>
        </message>
        <message>
            <source>Data set</source>
            <translation>‏[Dátá šét ~~]</translation>
        </message>
        <message>
            <source>Reference sets</source>
            <translation>‏[Ŕéféŕéñçé šétš ~~~~]</translation>
        </message>
        <message>
            <source>Numbers of unlabelled inputs for the transfer: 100, 300. Empty: the usual one.</source>
            <translation>‏[Ñûmbéŕš öf ûñlábélléd îñpûtš föŕ thé tŕáñšféŕ: 100, 300. Émptý: thé ûšûál öñé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Shifts, and their strengths from 0 to 1</source>
            <translation>‏[Šhîftš, áñd théîŕ štŕéñgthš fŕöm 0 tö 1 ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The data as they are</source>
            <translation>‏[Thé dátá áš théý áŕé ~~~~~~]</translation>
        </message>
        <message>
            <source>Training before the transfer</source>
            <translation>‏[Tŕáîñîñg béföŕé thé tŕáñšféŕ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Epochs of the sources</source>
            <translation>‏[Épöçhš öf thé šöûŕçéš ~~~~~~]</translation>
        </message>
        <message>
            <source>The receivers are trained as well</source>
            <translation>‏[Thé ŕéçéîvéŕš áŕé tŕáîñéd áš wéll ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>LoRA, adapters and stitching need receivers that have learned.</source>
            <translation>‏[LöŔÅ, ádáptéŕš áñd štîtçhîñg ñééd ŕéçéîvéŕš thát hávé léáŕñéd. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Type one or more numbers of epochs: 1, 3, 10.</source>
            <translation>‏[Týpé öñé öŕ möŕé ñûmbéŕš öf épöçhš: 1, 3, 10. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>method: problem</comment>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>Type one or more strengths: 0.25, 0.5.</source>
            <translation>‏[Týpé öñé öŕ möŕé štŕéñgthš: 0.25, 0.5. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>shift: problem</comment>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>Epochs of %1, as in 1, 3, 10</source>
            <translation>‏[Épöçhš öf %1, áš îñ 1, 3, 10 ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Strengths of %1, as in 0.25, 0.5</source>
            <translation>‏[Štŕéñgthš öf %1, áš îñ 0.25, 0.5 ~~~~~~ ~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>The recipe names %n pair(s) of networks itself.</source>
            <translation>
                <numerusform>‏[Thé ŕéçîpé ñáméš %n páîŕ(š) öf ñétwöŕkš îtšélf. ~~~~~~ ~~~~~~ ~~~]</numerusform>
                <numerusform>‏[Thé ŕéçîpé ñáméš %n páîŕ(š) öf ñétwöŕkš îtšélf. ~~~~~~ ~~~~~~ ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Also in the recipe, with settings of their own: %1.</source>
            <translation>‏[Ålšö îñ thé ŕéçîpé, wîth šéttîñgš öf théîŕ öwñ: %1. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1 samples for the sources, %2 for reference, %3 for validation, %4 for the test</source>
            <translation>‏[%1 šámpléš föŕ thé šöûŕçéš, %2 föŕ ŕéféŕéñçé, %3 föŕ válîdátîöñ, %4 föŕ thé téšt ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StudyNetworks</name>
        <message>
            <source>Add a network</source>
            <translation>‏[Ådd á ñétwöŕk ~~~~]</translation>
        </message>
        <message>
            <source>Add a network: %1</source>
            <translation>‏[Ådd á ñétwöŕk: %1 ~~~~~]</translation>
        </message>
        <message>
            <source>Width (units)</source>
            <translation>‏[Wîdth (ûñîtš) ~~~~]</translation>
        </message>
        <message>
            <source>Depth (layers)</source>
            <translation>‏[Dépth (láýéŕš) ~~~~]</translation>
        </message>
        <message>
            <source>%1, network %2: %3</source>
            <comment>list, number, field</comment>
            <translation>‏[%1, ñétwöŕk %2: %3 ~~~~~~]</translation>
        </message>
        <message>
            <source>Architecture</source>
            <translation>‏[Åŕçhîtéçtûŕé ~~~]</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>‏[Ŕémövé ~]</translation>
        </message>
        <message>
            <source>Remove this network</source>
            <translation>‏[Ŕémövé thîš ñétwöŕk ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StudyReports</name>
        <message>
            <source>Save the report</source>
            <translation>‏[Šávé thé ŕépöŕt ~~~~]</translation>
        </message>
        <message>
            <source>Web pages (*.html)</source>
            <translation>‏[Wéb págéš (*.html) ~~~~~~]</translation>
        </message>
        <message>
            <source>Save the tables</source>
            <translation>‏[Šávé thé tábléš ~~~~]</translation>
        </message>
        <message>
            <source>LaTeX (*.tex)</source>
            <translation>‏[LáTéX (*.tex) ~~~~]</translation>
        </message>
        <message>
            <source>Save the figures</source>
            <translation>‏[Šávé thé fîgûŕéš ~~~~~]</translation>
        </message>
        <message>
            <source>Comma-separated values (*.csv)</source>
            <translation>‏[Çömmá-šépáŕátéd válûéš (*.csv) ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>‏[Šávéd: %1 ~~]</translation>
        </message>
        <message>
            <source>No program was found that opens the report. It is kept as %1.</source>
            <translation>‏[Ñö pŕögŕám wáš föûñd thát öpéñš thé ŕépöŕt. Ît îš képt áš %1. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The report was not written. %1</source>
            <translation>‏[Thé ŕépöŕt wáš ñöt wŕîttéñ. %1 ~~~~~~ ~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StudyResults</name>
        <message>
            <source>Compared method</source>
            <translation>‏[Çömpáŕéd méthöd ~~~~]</translation>
        </message>
        <message>
            <source>The method that all others are compared with</source>
            <translation>‏[Thé méthöd thát áll öthéŕš áŕé çömpáŕéd wîth ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>‏[Táblé]</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>‏[Šûmmáŕý ~]</translation>
        </message>
        <message>
            <source>Run the study to see its methods compared here.</source>
            <translation>‏[Ŕûñ thé štûdý tö šéé îtš méthödš çömpáŕéd héŕé. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>‏[Ŕûñ]</translation>
        </message>
        <message>
            <source>Progress of the study</source>
            <translation>‏[Pŕögŕéšš öf thé štûdý ~~~~~~]</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>‏[Çáñçél ~]</translation>
        </message>
        <message>
            <source>Cancel the study</source>
            <translation>‏[Çáñçél thé štûdý ~~~~~]</translation>
        </message>
        <message>
            <source>Methods by pair</source>
            <translation>‏[Méthödš bý páîŕ ~~~~]</translation>
        </message>
        <message>
            <source>A row for each method on each pair of networks. Enter shows its runs in the views.</source>
            <translation>‏[Å ŕöw föŕ éáçh méthöd öñ éáçh páîŕ öf ñétwöŕkš. Éñtéŕ šhöwš îtš ŕûñš îñ thé vîéwš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>‏[Çölûmñš ~]</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>‏[Šéttîñg ~]</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>‏[Fîñdîñgš ~~]</translation>
        </message>
        <message>
            <source>Open report</source>
            <translation>‏[Öpéñ ŕépöŕt ~~~]</translation>
        </message>
        <message>
            <source>Writes the report beside the store and opens it in the browser.</source>
            <translation>‏[Wŕîtéš thé ŕépöŕt béšîdé thé štöŕé áñd öpéñš ît îñ thé bŕöwšéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>HTML…</source>
            <translation>‏[HTML…]</translation>
        </message>
        <message>
            <source>Saves the report as one page.</source>
            <translation>‏[Šávéš thé ŕépöŕt áš öñé págé. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>LaTeX…</source>
            <translation>‏[LáTéX… ~]</translation>
        </message>
        <message>
            <source>Saves the tables for a paper.</source>
            <translation>‏[Šávéš thé tábléš föŕ á pápéŕ. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>CSV…</source>
            <translation>‏[ÇŠV…]</translation>
        </message>
        <message>
            <source>Saves all figures as numbers.</source>
            <translation>‏[Šávéš áll fîgûŕéš áš ñûmbéŕš. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>stage, time</comment>
            <translation>‏[%1, %2 ~]</translation>
        </message>
        <message>
            <source>%1 of %2 runs done, %3 failed, %4 waiting</source>
            <comment>numbers</comment>
            <translation>‏[%1 öf %2 ŕûñš döñé, %3 fáîléd, %4 wáîtîñg ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n running</source>
            <translation>
                <numerusform>‏[%1, %n ŕûññîñg ~~~~]</numerusform>
                <numerusform>‏[%1, %n ŕûññîñg ~~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1. %n run(s) of this study belong to another recipe.</source>
            <translation>
                <numerusform>‏[%1. %n ŕûñ(š) öf thîš štûdý bélöñg tö áñöthéŕ ŕéçîpé. ~~~~~~ ~~~~~~ ~~~~~~]</numerusform>
                <numerusform>‏[%1. %n ŕûñ(š) öf thîš štûdý bélöñg tö áñöthéŕ ŕéçîpé. ~~~~~~ ~~~~~~ ~~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1.</source>
            <comment>sentence</comment>
            <translation>‏[%1.]</translation>
        </message>
        <message>
            <source>%1, %2, seed %3: %4</source>
            <comment>pair, method, seed, reason</comment>
            <translation>‏[%1, %2, šééd %3: %4 ~~~~~~]</translation>
        </message>
        <message>
            <source>What can be said about the methods will stand here.</source>
            <translation>‏[Whát çáñ bé šáîd áböût thé méthödš wîll štáñd héŕé. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>pair, setting</comment>
            <translation>‏[%1, %2 ~]</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>‏[Ŕéšûltš ~]</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>‏[Léft öût ~~]</translation>
        </message>
        <message>
            <source>Runs that have ended and are in no figure of this study, with the reason.</source>
            <translation>‏[Ŕûñš thát hávé éñdéd áñd áŕé îñ ñö fîgûŕé öf thîš štûdý, wîth thé ŕéášöñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>No run has failed, and none is left out.</source>
            <translation>‏[Ñö ŕûñ háš fáîléd, áñd ñöñé îš léft öût. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Left out (%1)</source>
            <translation>‏[Léft öût (%1) ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::StudyTableModel</name>
        <message>
            <source>%1 of %2</source>
            <comment>runs done</comment>
            <translation>‏[%1 öf %2 ~~]</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n failed</source>
            <translation>
                <numerusform>‏[%1, %n fáîléd ~~~~]</numerusform>
                <numerusform>‏[%1, %n fáîléd ~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, running</source>
            <translation>‏[%1, ŕûññîñg ~~~]</translation>
        </message>
        <message>
            <source>%1, %2: runs done: %3.</source>
            <comment>pair, method, runs</comment>
            <translation>‏[%1, %2: ŕûñš döñé: %3. ~~~~~~]</translation>
        </message>
        <message>
            <source>n = 1, no interval over seeds</source>
            <translation>‏[ñ = 1, ñö îñtéŕvál övéŕ šéédš ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>n = %1</source>
            <translation>‏[ñ = %1 ~]</translation>
        </message>
        <message>
            <source>%1 Accuracy %2, before %3, %4.</source>
            <translation>‏[%1 Åççûŕáçý %2, béföŕé %3, %4. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>%1 Against the receiver before: %2.</source>
            <translation>‏[%1 Ågáîñšt thé ŕéçéîvéŕ béföŕé: %2. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1 %2 is, against %3: %4.</source>
            <comment>text, compared method, method, finding</comment>
            <translation>‏[%1 %2 îš, ágáîñšt %3: %4. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>%1 minus the method of the row, of the same pairs and seeds</source>
            <translation>‏[%1 mîñûš thé méthöd öf thé ŕöw, öf thé šámé páîŕš áñd šéédš ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Pair</source>
            <translation>‏[Páîŕ]</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>‏[Méthöd ~]</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>‏[Šéttîñg ~]</translation>
        </message>
        <message>
            <source>Runs (N)</source>
            <translation>‏[Ŕûñš (Ñ) ~~]</translation>
        </message>
        <message>
            <source>Before (%)</source>
            <translation>‏[Béföŕé (%) ~~]</translation>
        </message>
        <message>
            <source>After (%)</source>
            <translation>‏[Åftéŕ (%) ~~]</translation>
        </message>
        <message>
            <source>95% interval (%)</source>
            <translation>‏[95% îñtéŕvál (%) ~~~~~]</translation>
        </message>
        <message>
            <source>Change (points)</source>
            <translation>‏[Çháñgé (pöîñtš) ~~~~]</translation>
        </message>
        <message>
            <source>95% interval (points)</source>
            <translation>‏[95% îñtéŕvál (pöîñtš) ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 minus this (points)</source>
            <translation>‏[%1 mîñûš thîš (pöîñtš) ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TableSection</name>
        <message>
            <source>Names of the rows</source>
            <translation>‏[Ñáméš öf thé ŕöwš ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TapList</name>
        <message>
            <source>Layers</source>
            <translation>‏[Láýéŕš ~]</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>‏[Láýéŕ]</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>‏[Šhápé]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TextDialog</name>
        <message>
            <source>OK</source>
            <translation>‏[ÖK]</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>‏[Çáñçél ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenActions</name>
        <message>
            <source>Export…</source>
            <translation>‏[Éxpöŕt… ~]</translation>
        </message>
        <message>
            <source>Sign…</source>
            <translation>‏[Šîgñ…]</translation>
        </message>
        <message>
            <source>Merge…</source>
            <translation>‏[Méŕgé… ~]</translation>
        </message>
        <message>
            <source>Prepare for publication…</source>
            <translation>‏[Pŕépáŕé föŕ pûblîçátîöñ… ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Export token</source>
            <translation>‏[Éxpöŕt tökéñ ~~~]</translation>
        </message>
        <message>
            <source>%1-signed</source>
            <comment>file name</comment>
            <translation>‏[%1-šîgñéd ~~]</translation>
        </message>
        <message>
            <source>Save the signed token</source>
            <translation>‏[Šávé thé šîgñéd tökéñ ~~~~~~]</translation>
        </message>
        <message>
            <source>Save the copy for publication</source>
            <translation>‏[Šávé thé çöpý föŕ pûblîçátîöñ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>token</source>
            <comment>file name</comment>
            <translation>‏[tökéñ]</translation>
        </message>
        <message>
            <source>Save the merged token</source>
            <translation>‏[Šávé thé méŕgéd tökéñ ~~~~~~]</translation>
        </message>
        <message>
            <source>merged</source>
            <comment>file name</comment>
            <translation>‏[méŕgéd ~]</translation>
        </message>
        <message>
            <source>Token (*.tbf)</source>
            <translation>‏[Tökéñ (*.tbf) ~~~~]</translation>
        </message>
        <message>
            <source>Older pair, with a .json beside it (*.safetensors)</source>
            <translation>‏[Öldéŕ páîŕ, wîth á .jšöñ béšîdé ît (*.safetensors) ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The other file of the pair, %1, exists already. Replace it?</source>
            <translation>‏[Thé öthéŕ fîlé öf thé páîŕ, %1, éxîštš álŕéádý. Ŕépláçé ît? ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Replace it</source>
            <translation>‏[Ŕépláçé ît ~~]</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>‏[Kéép ît ~]</translation>
        </message>
        <message>
            <source>The token was not written. %1</source>
            <translation>‏[Thé tökéñ wáš ñöt wŕîttéñ. %1 ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Saved as %1 (%2).</source>
            <translation>‏[Šávéd áš %1 (%2). ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenComparePanel</name>
        <message>
            <source>How far the vectors are apart</source>
            <translation>‏[Höw fáŕ thé véçtöŕš áŕé ápáŕt ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Parts of the comparison</source>
            <translation>‏[Páŕtš öf thé çömpáŕîšöñ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Fields that differ</source>
            <translation>‏[Fîéldš thát dîfféŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>Vectors</source>
            <translation>‏[Véçtöŕš ~]</translation>
        </message>
        <message>
            <source>With a run's token</source>
            <translation>‏[Wîth á ŕûñ'š tökéñ ~~~~~~]</translation>
        </message>
        <message>
            <source>With a file…</source>
            <translation>‏[Wîth á fîlé… ~~~]</translation>
        </message>
        <message>
            <source>Compare with a token</source>
            <translation>‏[Çömpáŕé wîth á tökéñ ~~~~~~]</translation>
        </message>
        <message>
            <source>Tokens (*.tbf *.safetensors *.json)</source>
            <translation>‏[Tökéñš (*.tbf *.safetensors *.json) ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>A token that can be read can be compared with another one.</source>
            <translation>‏[Å tökéñ thát çáñ bé ŕéád çáñ bé çömpáŕéd wîth áñöthéŕ öñé. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Choose a second token to see in which fields the two differ, and how far their vectors are apart.</source>
            <translation>‏[Çhööšé á šéçöñd tökéñ tö šéé îñ whîçh fîéldš thé twö dîfféŕ, áñd höw fáŕ théîŕ véçtöŕš áŕé ápáŕt. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The tokens are being compared.</source>
            <translation>‏[Thé tökéñš áŕé béîñg çömpáŕéd. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>“%1” cannot be compared. %2</source>
            <translation>‏[“%1” çáññöt bé çömpáŕéd. %2 ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>‏[Fîéld]</translation>
        </message>
        <message>
            <source>Fields (%1)</source>
            <translation>‏[Fîéldš (%1) ~~~]</translation>
        </message>
        <message>
            <source>Compared with “%1”.</source>
            <translation>‏[Çömpáŕéd wîth “%1”. ~~~~~~]</translation>
        </message>
        <message>
            <source>No field differs.</source>
            <translation>‏[Ñö fîéld dîfféŕš. ~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) differ.</source>
            <translation>
                <numerusform>‏[%n fîéld(š) dîfféŕ. ~~~~~~]</numerusform>
                <numerusform>‏[%n fîéld(š) dîfféŕ. ~~~~~~]</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenExportDialog</name>
        <message>
            <source>Export token</source>
            <translation>‏[Éxpöŕt tökéñ ~~~]</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>‏[Éxpöŕt… ~]</translation>
        </message>
        <message>
            <source>A pair of files is written anew.</source>
            <translation>‏[Å páîŕ öf fîléš îš wŕîttéñ áñéw. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>A &amp;copy of the file, byte for byte</source>
            <translation>‏[Å &amp;cöpý öf thé fîlé, býté föŕ býté ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Written anew</source>
            <translation>‏[&amp;Wŕîttéñ áñéw ~~~~]</translation>
        </message>
        <message>
            <source>TBF 1.1, one file (.tbf)</source>
            <translation>‏[TBF 1.1, öñé fîlé (.tbf) ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Older pair (.safetensors, .json)</source>
            <translation>‏[Öldéŕ páîŕ (.šáfétéñšöŕš, .jšöñ) ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>float32: every digit</source>
            <translation>‏[flöát32: évéŕý dîgît ~~~~~~]</translation>
        </message>
        <message>
            <source>float16: half the size</source>
            <translation>‏[flöát16: hálf thé šîžé ~~~~~~]</translation>
        </message>
        <message>
            <source>bfloat16: half the size, wide range</source>
            <translation>‏[bflöát16: hálf thé šîžé, wîdé ŕáñgé ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>int8: a quarter of the size, coarse</source>
            <translation>‏[îñt8: á qûáŕtéŕ öf thé šîžé, çöáŕšé ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Seal with a key</source>
            <translation>‏[&amp;Séál wîth á kéý ~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Format:</source>
            <translation>‏[&amp;Föŕmát: ~~]</translation>
        </message>
        <message>
            <source>&amp;Numbers:</source>
            <translation>‏[&amp;Nûmbéŕš: ~~]</translation>
        </message>
        <message>
            <source>The vector is rounded, and its lineage says so.</source>
            <translation>‏[Thé véçtöŕ îš ŕöûñdéd, áñd îtš lîñéágé šáýš šö. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Signatures no longer fit and are taken out: sign the new file.</source>
            <translation>‏[Šîgñátûŕéš ñö löñgéŕ fît áñd áŕé tákéñ öût: šîgñ thé ñéw fîlé. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The new file has no seal.</source>
            <translation>‏[Thé ñéw fîlé háš ñö šéál. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>A key of fewer than 16 letters can be guessed.</source>
            <translation>‏[Å kéý öf féwéŕ tháñ 16 léttéŕš çáñ bé gûéššéd. ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The older pair holds float32 numbers only.</source>
            <translation>‏[Thé öldéŕ páîŕ höldš flöát32 ñûmbéŕš öñlý. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The older pair has no room for a seal.</source>
            <translation>‏[Thé öldéŕ páîŕ háš ñö ŕööm föŕ á šéál. ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenFields</name>
        <message>
            <source>Privacy</source>
            <translation>‏[Pŕîváçý ~]</translation>
        </message>
        <message>
            <source>Meaning of the selected field</source>
            <translation>‏[Méáñîñg öf thé šéléçtéd fîéld ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Fields of the token</source>
            <translation>‏[Fîéldš öf thé tökéñ ~~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Copy value</source>
            <translation>‏[&amp;Cöpý válûé ~~~]</translation>
        </message>
        <message>
            <source>Choose a field to read what it means.</source>
            <translation>‏[Çhööšé á fîéld tö ŕéád whát ît méáñš. ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenHeadline</name>
        <message>
            <source>Enter key…</source>
            <translation>‏[Éñtéŕ kéý… ~~]</translation>
        </message>
        <message>
            <source>Show unverified</source>
            <translation>‏[Šhöw ûñvéŕîfîéd ~~~~]</translation>
        </message>
        <message>
            <source>Trusted signers…</source>
            <translation>‏[Tŕûštéd šîgñéŕš… ~~~~~]</translation>
        </message>
        <message>
            <source>Show all the same</source>
            <translation>‏[Šhöw áll thé šámé ~~~~~]</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>‏[Détáîlš ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenKeyDialog</name>
        <message>
            <source>Key of a seal</source>
            <translation>‏[Kéý öf á šéál ~~~~]</translation>
        </message>
        <message>
            <source>“%1” is sealed. With the key that it was sealed with, you can check that nobody has changed it.</source>
            <translation>‏[“%1” îš šéáléd. Wîth thé kéý thát ît wáš šéáléd wîth, ýöû çáñ çhéçk thát ñöbödý háš çháñgéd ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Check the seal</source>
            <translation>‏[Çhéçk thé šéál ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenKeyField</name>
        <message>
            <source>What the key is</source>
            <translation>‏[Whát thé kéý îš ~~~~]</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>‏[Téxt]</translation>
        </message>
        <message>
            <source>Hexadecimal digits</source>
            <translation>‏[Héxádéçîmál dîgîtš ~~~~~~]</translation>
        </message>
        <message>
            <source>A file's bytes</source>
            <translation>‏[Å fîlé'š býtéš ~~~~]</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>‏[Kéý]</translation>
        </message>
        <message>
            <source>Show what is typed</source>
            <translation>‏[Šhöw whát îš týpéd ~~~~~~]</translation>
        </message>
        <message>
            <source>Choose the file of the key</source>
            <translation>‏[Çhööšé thé fîlé öf thé kéý ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Open the file of the key</source>
            <translation>‏[Öpéñ thé fîlé öf thé kéý ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>This file cannot be read, or is empty or too large to be a key: choose another one.</source>
            <translation>‏[Thîš fîlé çáññöt bé ŕéád, öŕ îš émptý öŕ töö láŕgé tö bé á kéý: çhööšé áñöthéŕ öñé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Choose the file of the key.</source>
            <translation>‏[Çhööšé thé fîlé öf thé kéý. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Type the key.</source>
            <translation>‏[Týpé thé kéý. ~~~~]</translation>
        </message>
        <message>
            <source>Hexadecimal digits are 0 to 9 and a to f, two for each byte.</source>
            <translation>‏[Héxádéçîmál dîgîtš áŕé 0 tö 9 áñd á tö f, twö föŕ éáçh býté. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenMergeDialog</name>
        <message>
            <source>Mean</source>
            <translation>‏[Méáñ]</translation>
        </message>
        <message>
            <source>All tokens count the same.</source>
            <translation>‏[Åll tökéñš çöûñt thé šámé. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Weighted</source>
            <translation>‏[Wéîghtéd ~~]</translation>
        </message>
        <message>
            <source>Each token counts as much as its weight says.</source>
            <translation>‏[Éáçh tökéñ çöûñtš áš mûçh áš îtš wéîght šáýš. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Trimmed mean</source>
            <translation>‏[Tŕîmméd méáñ ~~~]</translation>
        </message>
        <message>
            <source>In every number, the largest and the smallest are left out.</source>
            <translation>‏[Îñ évéŕý ñûmbéŕ, thé láŕgéšt áñd thé šmálléšt áŕé léft öût. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>‏[Médîáñ ~]</translation>
        </message>
        <message>
            <source>In every number the middle one: a few bad tokens cannot move it.</source>
            <translation>‏[Îñ évéŕý ñûmbéŕ thé mîddlé öñé: á féw bád tökéñš çáññöt mövé ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Robust</source>
            <translation>‏[Ŕöbûšt ~]</translation>
        </message>
        <message>
            <source>The weighted mean of those that lie near the median.</source>
            <translation>‏[Thé wéîghtéd méáñ öf thöšé thát lîé ñéáŕ thé médîáñ. ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Merge tokens</source>
            <translation>‏[Méŕgé tökéñš ~~~]</translation>
        </message>
        <message>
            <source>Merge…</source>
            <translation>‏[Méŕgé… ~]</translation>
        </message>
        <message>
            <source>The vectors of several tokens become one, number by number. They must come from one hub, or the result means nothing.</source>
            <translation>‏[Thé véçtöŕš öf šévéŕál tökéñš béçömé öñé, ñûmbéŕ bý ñûmbéŕ. Théý mûšt çömé fŕöm öñé hûb, öŕ thé ŕéšûlt méáñš ñöthîñg. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Add a &amp;run's token</source>
            <translation>‏[Ådd á &amp;rûñ'š tökéñ ~~~~~~]</translation>
        </message>
        <message>
            <source>Add a &amp;file…</source>
            <translation>‏[Ådd á &amp;fîlé… ~~~]</translation>
        </message>
        <message>
            <source>R&amp;emove</source>
            <translation>‏[Ŕ&amp;emövé ~]</translation>
        </message>
        <message>
            <source>Tokens to merge</source>
            <translation>‏[Tökéñš tö méŕgé ~~~~]</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>‏[Tökéñ]</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>‏[Wéîght ~]</translation>
        </message>
        <message>
            <source> %</source>
            <translation>‏[ %]</translation>
        </message>
        <message>
            <source>&amp;Left out at each end:</source>
            <translation>‏[&amp;Léft öût át éáçh éñd: ~~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Scale the result to length 1</source>
            <translation>‏[&amp;Sçálé thé ŕéšûlt tö léñgth 1 ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>R&amp;ule:</source>
            <translation>‏[Ŕ&amp;ulé: ~]</translation>
        </message>
        <message>
            <source>Add a token</source>
            <translation>‏[Ådd á tökéñ ~~~]</translation>
        </message>
        <message>
            <source>Tokens (*.tbf *.safetensors *.json)</source>
            <translation>‏[Tökéñš (*.tbf *.safetensors *.json) ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>“%1” was not added. %2</source>
            <translation>‏[“%1” wáš ñöt áddéd. %2 ~~~~~~]</translation>
        </message>
        <message>
            <source>Add at least two tokens.</source>
            <translation>‏[Ådd át léášt twö tökéñš. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Only vectors of one length can be merged: “%1” has another one than “%2”. Remove one of them.</source>
            <translation>‏[Öñlý véçtöŕš öf öñé léñgth çáñ bé méŕgéd: “%1” háš áñöthéŕ öñé tháñ “%2”. Ŕémövé öñé öf thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Weights must be 0 or more, and not all 0.</source>
            <translation>‏[Wéîghtš mûšt bé 0 öŕ möŕé, áñd ñöt áll 0. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenModel</name>
        <message>
            <source>Field</source>
            <translation>‏[Fîéld]</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>‏[Válûé]</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>‏[Méáñîñg ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenPublicationDialog</name>
        <message>
            <source>Prepare for publication</source>
            <translation>‏[Pŕépáŕé föŕ pûblîçátîöñ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Beside its vector, this token tells nothing that could be taken out.</source>
            <translation>‏[Béšîdé îtš véçtöŕ, thîš tökéñ téllš ñöthîñg thát çöûld bé tákéñ öût. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Beside its vector, this token tells the following. What is checked is taken out of a copy; the token itself stays as it is.</source>
            <translation>‏[Béšîdé îtš véçtöŕ, thîš tökéñ téllš thé föllöwîñg. Whát îš çhéçkéd îš tákéñ öût öf á çöpý; thé tökéñ îtšélf štáýš áš ît îš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Signatures do not fit the copy and are taken out too: sign it afterwards.</source>
            <translation>‏[Šîgñátûŕéš dö ñöt fît thé çöpý áñd áŕé tákéñ öût töö: šîgñ ît áftéŕwáŕdš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Write a copy…</source>
            <translation>‏[Wŕîté á çöpý… ~~~~]</translation>
        </message>
        <message>
            <source>What the token tells</source>
            <translation>‏[Whát thé tökéñ téllš ~~~~~~]</translation>
        </message>
        <message>
            <source>Check what is to be taken out.</source>
            <translation>‏[Çhéçk whát îš tö bé tákéñ öût. ~~~~~~ ~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenSignDialog</name>
        <message>
            <source>Sign token</source>
            <translation>‏[Šîgñ tökéñ ~~]</translation>
        </message>
        <message>
            <source>A signature says who has made the token, and that nobody has changed it since. Who has your public key in the list of trusted signers can check it.</source>
            <translation>‏[Å šîgñátûŕé šáýš whö háš mádé thé tökéñ, áñd thát ñöbödý háš çháñgéd ît šîñçé. Whö háš ýöûŕ pûblîç kéý îñ thé lîšt öf tŕûštéd šîgñéŕš çáñ çhéçk ît. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Sign…</source>
            <translation>‏[Šîgñ…]</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>‏[Çhööšé… ~]</translation>
        </message>
        <message>
            <source>Choose the file of the private key</source>
            <translation>‏[Çhööšé thé fîlé öf thé pŕîváté kéý ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>&amp;Make a key…</source>
            <translation>‏[&amp;Máké á kéý… ~~~]</translation>
        </message>
        <message>
            <source>Makes a private key, which stays with you, and a public one, to give to others.</source>
            <translation>‏[Mákéš á pŕîváté kéý, whîçh štáýš wîth ýöû, áñd á pûblîç öñé, tö gîvé tö öthéŕš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>&amp;Also as tessera-core signs</source>
            <translation>‏[&amp;Alšö áš téššéŕá-çöŕé šîgñš ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>A second signature that programs built on tessera-core can read; it covers the vector and little else.</source>
            <translation>‏[Å šéçöñd šîgñátûŕé thát pŕögŕámš bûîlt öñ téššéŕá-çöŕé çáñ ŕéád; ît çövéŕš thé véçtöŕ áñd lîttlé élšé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Private &amp;key:</source>
            <translation>‏[Pŕîváté &amp;kéý: ~~~~]</translation>
        </message>
        <message>
            <source>&amp;Name of the signer:</source>
            <translation>‏[&amp;Námé öf thé šîgñéŕ: ~~~~~~]</translation>
        </message>
        <message>
            <source>Open a private key</source>
            <translation>‏[Öpéñ á pŕîváté kéý ~~~~~~]</translation>
        </message>
        <message>
            <source>Keys (*.pem)</source>
            <translation>‏[Kéýš (*.pem) ~~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>Make a private key</source>
            <translation>‏[Máké á pŕîváté kéý ~~~~~~]</translation>
        </message>
        <message>
            <source>No key was made: there is a file of this name already, or the folder cannot be written to.</source>
            <translation>‏[Ñö kéý wáš mádé: théŕé îš á fîlé öf thîš ñámé álŕéádý, öŕ thé földéŕ çáññöt bé wŕîttéñ tö. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Made. Keep %1 to yourself, and give %2 to those who shall trust you. Its fingerprint: %3</source>
            <translation>‏[Mádé. Kéép %1 tö ýöûŕšélf, áñd gîvé %2 tö thöšé whö šháll tŕûšt ýöû. Îtš fîñgéŕpŕîñt: %3 ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Fingerprint of the key: %1</source>
            <translation>‏[Fîñgéŕpŕîñt öf thé kéý: %1 ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Choose your private key, or make one.</source>
            <translation>‏[Çhööšé ýöûŕ pŕîváté kéý, öŕ máké öñé. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The key is being read.</source>
            <translation>‏[Thé kéý îš béîñg ŕéád. ~~~~~~]</translation>
        </message>
        <message>
            <source>Type the name under which others know you.</source>
            <translation>‏[Týpé thé ñámé ûñdéŕ whîçh öthéŕš kñöw ýöû. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenSignersDialog</name>
        <message>
            <source>Trusted signers</source>
            <translation>‏[Tŕûštéd šîgñéŕš ~~~~]</translation>
        </message>
        <message>
            <source>Only keys in this list are trusted, each under one name: a key inside a token proves nothing. Add the public key that somebody gave you, and compare its fingerprint with them.</source>
            <translation>‏[Öñlý kéýš îñ thîš lîšt áŕé tŕûštéd, éáçh ûñdéŕ öñé ñámé: á kéý îñšîdé á tökéñ pŕövéš ñöthîñg. Ådd thé pûblîç kéý thát šömébödý gávé ýöû, áñd çömpáŕé îtš fîñgéŕpŕîñt wîth thém. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>‏[Ñámé]</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>‏[Fîñgéŕpŕîñt ~~~]</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>‏[Åddéd]</translation>
        </message>
        <message>
            <source>State</source>
            <translation>‏[Štáté]</translation>
        </message>
        <message>
            <source>&amp;Add a key…</source>
            <translation>‏[&amp;Add á kéý… ~~~]</translation>
        </message>
        <message>
            <source>Re&amp;voke…</source>
            <translation>‏[Ŕé&amp;vöké… ~~]</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>‏[&amp;Rémövé ~]</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>‏[Çlöšé]</translation>
        </message>
        <message>
            <source>Add a public key</source>
            <translation>‏[Ådd á pûblîç kéý ~~~~~]</translation>
        </message>
        <message>
            <source>Keys (*.pem)</source>
            <translation>‏[Kéýš (*.pem) ~~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>Whose key is this? Its fingerprint is %1: trust it only if its owner tells you the same. Name, as in their signatures:</source>
            <translation>‏[Whöšé kéý îš thîš? Îtš fîñgéŕpŕîñt îš %1: tŕûšt ît öñlý îf îtš öwñéŕ téllš ýöû thé šámé. Ñámé, áš îñ théîŕ šîgñátûŕéš: ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>A key without a name cannot be trusted: add it again, with the name of its owner.</source>
            <translation>‏[Å kéý wîthöût á ñámé çáññöt bé tŕûštéd: ádd ît ágáîñ, wîth thé ñámé öf îtš öwñéŕ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Revoke the key of %1? Tokens signed with it are no longer trusted, and it cannot be trusted again.</source>
            <translation>‏[Ŕévöké thé kéý öf %1? Tökéñš šîgñéd wîth ît áŕé ñö löñgéŕ tŕûštéd, áñd ît çáññöt bé tŕûštéd ágáîñ. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Revoke the key</source>
            <translation>‏[Ŕévöké thé kéý ~~~~]</translation>
        </message>
        <message>
            <source>Keep trusting it</source>
            <translation>‏[Kéép tŕûštîñg ît ~~~~~]</translation>
        </message>
        <message>
            <source>This name or key is in the list already; a key that was revoked cannot come back.</source>
            <translation>‏[Thîš ñámé öŕ kéý îš îñ thé lîšt álŕéádý; á kéý thát wáš ŕévökéd çáññöt çömé báçk. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The list was not changed. %1</source>
            <translation>‏[Thé lîšt wáš ñöt çháñgéd. %1 ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>The list of trusted signers cannot be read, so no key is trusted. %1</source>
            <translation>‏[Thé lîšt öf tŕûštéd šîgñéŕš çáññöt bé ŕéád, šö ñö kéý îš tŕûštéd. %1 ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>revoked</source>
            <translation>‏[ŕévökéd ~]</translation>
        </message>
        <message>
            <source>trusted</source>
            <translation>‏[tŕûštéd ~]</translation>
        </message>
        <message>
            <source>A revoked key stays in the list, so that it cannot come back.</source>
            <translation>‏[Å ŕévökéd kéý štáýš îñ thé lîšt, šö thát ît çáññöt çömé báçk. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Fingerprint: %1</source>
            <translation>‏[Fîñgéŕpŕîñt: %1 ~~~~]</translation>
        </message>
        <message>
            <source>Nobody is trusted yet.</source>
            <translation>‏[Ñöbödý îš tŕûštéd ýét. ~~~~~~]</translation>
        </message>
        <message>
            <source>Choose a signer to see the whole fingerprint.</source>
            <translation>‏[Çhööšé á šîgñéŕ tö šéé thé whölé fîñgéŕpŕîñt. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TokenView</name>
        <message>
            <source>Run a transfer to see its token.</source>
            <translation>‏[Ŕûñ á tŕáñšféŕ tö šéé îtš tökéñ. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>‏[Ŕûñ]</translation>
        </message>
        <message>
            <source>This run has no token: only runs that are done have one.</source>
            <translation>‏[Thîš ŕûñ háš ñö tökéñ: öñlý ŕûñš thát áŕé döñé hávé öñé. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The token will be here when the run is done.</source>
            <translation>‏[Thé tökéñ wîll bé héŕé whéñ thé ŕûñ îš döñé. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>The token is being read.</source>
            <translation>‏[Thé tökéñ îš béîñg ŕéád. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>This token cannot be shown.</source>
            <translation>‏[Thîš tökéñ çáññöt bé šhöwñ. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Open token</source>
            <translation>‏[Öpéñ tökéñ ~~]</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>‏[Åll fîléš (*) ~~~~]</translation>
        </message>
        <message>
            <source>Parts of the token</source>
            <translation>‏[Páŕtš öf thé tökéñ ~~~~~~]</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>‏[Fîéldš ~]</translation>
        </message>
        <message>
            <source>Vector</source>
            <translation>‏[Véçtöŕ ~]</translation>
        </message>
        <message>
            <source>Lineage</source>
            <translation>‏[Lîñéágé ~]</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>‏[Býtéš]</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>‏[Çömpáŕé ~]</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>‏[Öpéñ…]</translation>
        </message>
        <message>
            <source>Trusted signers…</source>
            <translation>‏[Tŕûštéd šîgñéŕš… ~~~~~]</translation>
        </message>
        <message>
            <source>Tokens (*.tbf *.safetensors *.json)</source>
            <translation>‏[Tökéñš (*.tbf *.safetensors *.json) ~~~~~~ ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::TransferCard</name>
        <message>
            <source>Transfer</source>
            <translation>‏[Tŕáñšféŕ ~~]</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>‏[Mödé]</translation>
        </message>
        <message>
            <source>How knowledge moves.</source>
            <translation>‏[Höw kñöwlédgé mövéš. ~~~~~~]</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>‏[Épöçhš ~]</translation>
        </message>
        <message>
            <source>Passes over the reference samples. 0 fits the readout only.</source>
            <translation>‏[Páššéš övéŕ thé ŕéféŕéñçé šámpléš. 0 fîtš thé ŕéádöût öñlý. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>‏[Léáŕñîñg ŕáté ~~~~]</translation>
        </message>
        <message>
            <source>Learning rate of Adam.</source>
            <translation>‏[Léáŕñîñg ŕáté öf Ådám. ~~~~~~]</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>‏[Šééd]</translation>
        </message>
        <message>
            <source>The same seed gives the same numbers.</source>
            <translation>‏[Thé šámé šééd gîvéš thé šámé ñûmbéŕš. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Batch (samples)</source>
            <translation>‏[Bátçh (šámpléš) ~~~~]</translation>
        </message>
        <message>
            <source>Reference samples per step.</source>
            <translation>‏[Ŕéféŕéñçé šámpléš péŕ štép. ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>‏[Hûb]</translation>
        </message>
        <message>
            <source>How the shared space is made.</source>
            <translation>‏[Höw thé šháŕéd špáçé îš mádé. ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Hub dimensions</source>
            <translation>‏[Hûb dîméñšîöñš ~~~~]</translation>
        </message>
        <message>
            <source>Axes of the shared space.</source>
            <translation>‏[Åxéš öf thé šháŕéd špáçé. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Activation weight</source>
            <translation>‏[Åçtîvátîöñ wéîght ~~~~~]</translation>
        </message>
        <message>
            <source>Share of the loss that pulls features to the source's.</source>
            <translation>‏[Šháŕé öf thé löšš thát pûllš féátûŕéš tö thé šöûŕçé'š. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Behaviour weight</source>
            <translation>‏[Béhávîöûŕ wéîght ~~~~~]</translation>
        </message>
        <message>
            <source>Share of the loss that pulls outputs to the source's.</source>
            <translation>‏[Šháŕé öf thé löšš thát pûllš öûtpûtš tö thé šöûŕçé'š. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Temperature</source>
            <translation>‏[Témpéŕátûŕé ~~~]</translation>
        </message>
        <message>
            <source>Softens the outputs that are compared.</source>
            <translation>‏[Šöftéñš thé öûtpûtš thát áŕé çömpáŕéd. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Readout ridge</source>
            <translation>‏[Ŕéádöût ŕîdgé ~~~~]</translation>
        </message>
        <message>
            <source>Regularises the readout, as a fraction of the mean eigenvalue.</source>
            <translation>‏[Ŕégûláŕîšéš thé ŕéádöût, áš á fŕáçtîöñ öf thé méáñ éîgéñválûé. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Private token</source>
            <translation>‏[Pŕîváté tökéñ ~~~~]</translation>
        </message>
        <message>
            <source>Adds noise to the token's vector, for differential privacy.</source>
            <translation>‏[Åddš ñöîšé tö thé tökéñ'š véçtöŕ, föŕ dîfféŕéñtîál pŕîváçý. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Epsilon</source>
            <translation>‏[Épšîlöñ ~]</translation>
        </message>
        <message>
            <source>Smaller is more private.</source>
            <translation>‏[Šmálléŕ îš möŕé pŕîváté. ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Delta</source>
            <translation>‏[Déltá]</translation>
        </message>
        <message>
            <source>Probability that the promise fails.</source>
            <translation>‏[Pŕöbábîlîtý thát thé pŕömîšé fáîlš. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>Clip (norm)</source>
            <translation>‏[Çlîp (ñöŕm) ~~~]</translation>
        </message>
        <message>
            <source>Longer vectors are shortened to this norm.</source>
            <translation>‏[Löñgéŕ véçtöŕš áŕé šhöŕtéñéd tö thîš ñöŕm. ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>‏[Ñámé]</translation>
        </message>
        <message>
            <source>The name of the run in the list.</source>
            <translation>‏[Thé ñámé öf thé ŕûñ îñ thé lîšt. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>‏[Thŕéádš ~]</translation>
        </message>
        <message>
            <source>One thread gives the same numbers bit for bit on this machine.</source>
            <translation>‏[Öñé thŕéád gîvéš thé šámé ñûmbéŕš bît föŕ bît öñ thîš máçhîñé. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>all cores</source>
            <translation>‏[áll çöŕéš ~~]</translation>
        </message>
        <message>
            <source>Control: %1</source>
            <translation>‏[Çöñtŕöl: %1 ~~~]</translation>
        </message>
        <message>
            <source>Mode %1, %2 hub, epsilon %3</source>
            <translation>‏[Mödé %1, %2 hûb, épšîlöñ %3 ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Mode %1, %2 hub, no privacy</source>
            <translation>‏[Mödé %1, %2 hûb, ñö pŕîváçý ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>What suits the mode</source>
            <translation>‏[Whát šûîtš thé mödé ~~~~~~]</translation>
        </message>
        <message>
            <source>Constant</source>
            <translation>‏[Çöñštáñt ~~]</translation>
        </message>
        <message>
            <source>One cycle</source>
            <translation>‏[Öñé çýçlé ~~]</translation>
        </message>
        <message>
            <source>Rate over the steps</source>
            <translation>‏[Ŕáté övéŕ thé štépš ~~~~~~]</translation>
        </message>
        <message>
            <source>Whether the learning rate stays, or rises and then falls.</source>
            <translation>‏[Whéthéŕ thé léáŕñîñg ŕáté štáýš, öŕ ŕîšéš áñd théñ fállš. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Whitening (0 to 1)</source>
            <translation>‏[Whîtéñîñg (0 tö 1) ~~~~~~]</translation>
        </message>
        <message>
            <source>0 keeps the variances of the source's axes, 1 makes them equal.</source>
            <translation>‏[0 kéépš thé váŕîáñçéš öf thé šöûŕçé'š áxéš, 1 mákéš thém éqûál. ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>Fit anew before each epoch</source>
            <translation>‏[Fît áñéw béföŕé éáçh épöçh ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Aligns the receiver to the hub again, as it has become.</source>
            <translation>‏[Ålîgñš thé ŕéçéîvéŕ tö thé hûb ágáîñ, áš ît háš béçömé. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::UndoHistory</name>
        <message>
            <source>&amp;Undo: %1</source>
            <translation>‏[&amp;Uñdö: %1 ~~]</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>‏[&amp;Uñdö]</translation>
        </message>
        <message>
            <source>&amp;Redo: %1</source>
            <translation>‏[&amp;Rédö: %1 ~~]</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>‏[&amp;Rédö]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::UnitPlot</name>
        <message>
            <source>Units</source>
            <translation>‏[Ûñîtš]</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>‏[Ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>now</source>
            <translation>‏[ñöw]</translation>
        </message>
        <message>
            <source>before</source>
            <translation>‏[béföŕé ~]</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>‏[Šhöw]</translation>
        </message>
        <message>
            <source>mean</source>
            <translation>‏[méáñ]</translation>
        </message>
        <message>
            <source>variance</source>
            <translation>‏[váŕîáñçé ~~]</translation>
        </message>
        <message>
            <source>share at rest</source>
            <translation>‏[šháŕé át ŕéšt ~~~~]</translation>
        </message>
        <message>
            <source>share saturated</source>
            <translation>‏[šháŕé šátûŕátéd ~~~~]</translation>
        </message>
        <message>
            <source>At rest: at most 0 in a layer without negative values; a unit whose value is always the same rests always. Saturated: within 5% of an end, in a layer that is bounded at both ends.</source>
            <translation>‏[Åt ŕéšt: át möšt 0 îñ á láýéŕ wîthöût ñégátîvé válûéš; á ûñît whöšé válûé îš álwáýš thé šámé ŕéštš álwáýš. Šátûŕátéd: wîthîñ 5% öf áñ éñd, îñ á láýéŕ thát îš böûñdéd át böth éñdš. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>‏[Öŕdéŕ]</translation>
        </message>
        <message>
            <source>as in the layer</source>
            <translation>‏[áš îñ thé láýéŕ ~~~~]</translation>
        </message>
        <message>
            <source>from high to low</source>
            <translation>‏[fŕöm hîgh tö löw ~~~~~]</translation>
        </message>
        <message>
            <source>unit, from high to low</source>
            <translation>‏[ûñît, fŕöm hîgh tö löw ~~~~~~]</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>‏[ûñît]</translation>
        </message>
        <message>
            <source>dead: always the same</source>
            <translation>‏[déád: álwáýš thé šámé ~~~~~~]</translation>
        </message>
        <message>
            <source>saturated</source>
            <translation>‏[šátûŕátéd ~~]</translation>
        </message>
        <message>
            <source>Ringed: units that answer a chosen sample among their strongest %1.</source>
            <translation>‏[Ŕîñgéd: ûñîtš thát áñšwéŕ á çhöšéñ šámplé ámöñg théîŕ štŕöñgéšt %1. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Source  %1 - %2</source>
            <translation>‏[Šöûŕçé  %1 - %2 ~~~~]</translation>
        </message>
        <message>
            <source>Receiver  %1 - %2</source>
            <translation>‏[Ŕéçéîvéŕ  %1 - %2 ~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n unit(s); one sample does not tell which are dead.</source>
            <translation>
                <numerusform>‏[%n ûñît(š); öñé šámplé döéš ñöt téll whîçh áŕé déád. ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
                <numerusform>‏[%n ûñît(š); öñé šámplé döéš ñöt téll whîçh áŕé déád. ~~~~~~ ~~~~~~ ~~~~~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n unit(s) dead; the layer has no ends to saturate at.</source>
            <translation>
                <numerusform>‏[%1 öf %n ûñît(š) déád; thé láýéŕ háš ñö éñdš tö šátûŕáté át. ~~~~~~ ~~~~~~ ~~~~~~ ~]</numerusform>
                <numerusform>‏[%1 öf %n ûñît(š) déád; thé láýéŕ háš ñö éñdš tö šátûŕáté át. ~~~~~~ ~~~~~~ ~~~~~~ ~]</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n unit(s) dead, %2 saturated.</source>
            <translation>
                <numerusform>‏[%1 öf %n ûñît(š) déád, %2 šátûŕátéd. ~~~~~~ ~~~~~~]</numerusform>
                <numerusform>‏[%1 öf %n ûñît(š) déád, %2 šátûŕátéd. ~~~~~~ ~~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>mean activation</source>
            <translation>‏[méáñ áçtîvátîöñ ~~~~]</translation>
        </message>
        <message>
            <source>variance of the activation</source>
            <translation>‏[váŕîáñçé öf thé áçtîvátîöñ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>samples at rest (%)</source>
            <translation>‏[šámpléš át ŕéšt (%) ~~~~~~]</translation>
        </message>
        <message>
            <source>%</source>
            <translation>%</translation>
        </message>
        <message>
            <source>saturated samples (%)</source>
            <translation>‏[šátûŕátéd šámpléš (%) ~~~~~~]</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between two samples</comment>
            <translation>‏[, ]</translation>
        </message>
        <message>
            <source>source unit %1</source>
            <translation>‏[šöûŕçé ûñît %1 ~~~~]</translation>
        </message>
        <message>
            <source>receiver unit %1</source>
            <translation>‏[ŕéçéîvéŕ ûñît %1 ~~~~~]</translation>
        </message>
        <message>
            <source>%1: no activation is finite</source>
            <translation>‏[%1: ñö áçtîvátîöñ îš fîñîté ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1: mean %2, variance %3, from %4 to %5</source>
            <translation>‏[%1: méáñ %2, váŕîáñçé %3, fŕöm %4 tö %5 ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>at rest %1</source>
            <translation>‏[át ŕéšt %1 ~~]</translation>
        </message>
        <message>
            <source>saturated %1</source>
            <translation>‏[šátûŕátéd %1 ~~~]</translation>
        </message>
        <message>
            <source>dead</source>
            <translation>‏[déád]</translation>
        </message>
        <message>
            <source>strongest for sample %1</source>
            <translation>‏[štŕöñgéšt föŕ šámplé %1 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between parts of what is said of a unit</comment>
            <translation>‏[; ]</translation>
        </message>
        <message>
            <source>The figures of the units are being computed.</source>
            <translation>‏[Thé fîgûŕéš öf thé ûñîtš áŕé béîñg çömpûtéd. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>‏[Šöûŕçé ~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>network and sentence</comment>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>%1: %2 activations are missing, since they are not finite.</source>
            <translation>‏[%1: %2 áçtîvátîöñš áŕé mîššîñg, šîñçé théý áŕé ñöt fîñîté. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message numerus="yes">
            <source>%1, over %n sample(s).</source>
            <translation>
                <numerusform>‏[%1, övéŕ %n šámplé(š). ~~~~~~]</numerusform>
                <numerusform>‏[%1, övéŕ %n šámplé(š). ~~~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>Shown: %1.</source>
            <translation>‏[Šhöwñ: %1. ~~]</translation>
        </message>
        <message>
            <source>network</source>
            <translation>‏[ñétwöŕk ~]</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>‏[láýéŕ]</translation>
        </message>
        <message>
            <source>least</source>
            <translation>‏[léášt]</translation>
        </message>
        <message>
            <source>greatest</source>
            <translation>‏[gŕéátéšt ~~]</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>‏[mîššîñg ~]</translation>
        </message>
        <message>
            <source>at rest (%)</source>
            <translation>‏[át ŕéšt (%) ~~~]</translation>
        </message>
        <message>
            <source>saturated (%)</source>
            <translation>‏[šátûŕátéd (%) ~~~~]</translation>
        </message>
        <message>
            <source>strongest samples</source>
            <translation>‏[štŕöñgéšt šámpléš ~~~~~]</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>‏[ýéš]</translation>
        </message>
        <message>
            <source>no</source>
            <translation>‏[ñö]</translation>
        </message>
        <message>
            <source>source</source>
            <translation>‏[šöûŕçé ~]</translation>
        </message>
        <message>
            <source>receiver</source>
            <translation>‏[ŕéçéîvéŕ ~~]</translation>
        </message>
        <message>
            <source>The figures of the units could not be computed. %1</source>
            <translation>‏[Thé fîgûŕéš öf thé ûñîtš çöûld ñöt bé çömpûtéd. %1 ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The figures of the units will be computed as soon as the engine is there.</source>
            <translation>‏[Thé fîgûŕéš öf thé ûñîtš wîll bé çömpûtéd áš šööñ áš thé éñgîñé îš théŕé. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::VectorDifferencePlot</name>
        <message>
            <source>dimension</source>
            <translation>‏[dîméñšîöñ ~~]</translation>
        </message>
        <message>
            <source>%1 minus %2</source>
            <translation>‏[%1 mîñûš %2 ~~~]</translation>
        </message>
        <message>
            <source>difference</source>
            <translation>‏[dîfféŕéñçé ~~]</translation>
        </message>
        <message>
            <source>Choose a second token to see where the two differ.</source>
            <translation>‏[Çhööšé á šéçöñd tökéñ tö šéé whéŕé thé twö dîfféŕ. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The vectors of these tokens are empty.</source>
            <translation>‏[Thé véçtöŕš öf théšé tökéñš áŕé émptý. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>There is no difference by dimension: one vector has %1 numbers, the other one %2.</source>
            <translation>‏[Théŕé îš ñö dîfféŕéñçé bý dîméñšîöñ: öñé véçtöŕ háš %1 ñûmbéŕš, thé öthéŕ öñé %2. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>dimension %1: %2 (%3)</source>
            <comment>dimension, difference, both values</comment>
            <translation>‏[dîméñšîöñ %1: %2 (%3) ~~~~~~]</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>‏[ñöt méášûŕéd ~~~]</translation>
        </message>
        <message>
            <source>dimensions %1 to %2: from %3 to %4</source>
            <translation>‏[dîméñšîöñš %1 tö %2: fŕöm %3 tö %4 ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1 is greater</source>
            <translation>‏[%1 îš gŕéátéŕ ~~~~]</translation>
        </message>
        <message>
            <source>No difference could be measured.</source>
            <translation>‏[Ñö dîfféŕéñçé çöûld bé méášûŕéd. ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>The vectors are the same in every measured dimension.</source>
            <translation>‏[Thé véçtöŕš áŕé thé šámé îñ évéŕý méášûŕéd dîméñšîöñ. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1 of %2 dimensions differ; the largest difference is %3, in dimension %4.</source>
            <translation>‏[%1 öf %2 dîméñšîöñš dîfféŕ; thé láŕgéšt dîfféŕéñçé îš %3, îñ dîméñšîöñ %4. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>‏[Dîfféŕéñçé ~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::VectorHistogramPlot</name>
        <message>
            <source>Histogram</source>
            <translation>‏[Hîštögŕám ~~]</translation>
        </message>
        <message>
            <source>value</source>
            <translation>‏[válûé]</translation>
        </message>
        <message>
            <source>dimensions with such a value</source>
            <translation>‏[dîméñšîöñš wîth šûçh á válûé ~~~~~~ ~~~]</translation>
        </message>
        <message>
            <source>dimensions</source>
            <translation>‏[dîméñšîöñš ~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n dimension(s)</source>
            <translation>
                <numerusform>‏[%n dîméñšîöñ(š) ~~~~]</numerusform>
                <numerusform>‏[%n dîméñšîöñ(š) ~~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>from %1 to under %2: %3</source>
            <comment>values of a bin, then how many there are</comment>
            <translation>‏[fŕöm %1 tö ûñdéŕ %2: %3 ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>The fullest of %1 bins goes from %2 to under %3 and holds %4.</source>
            <translation>‏[Thé fûlléšt öf %1 bîñš göéš fŕöm %2 tö ûñdéŕ %3 áñd höldš %4. ~~~~~~ ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>from</source>
            <translation>‏[fŕöm]</translation>
        </message>
        <message>
            <source>to under</source>
            <translation>‏[tö ûñdéŕ ~~]</translation>
        </message>
        <message>
            <source>dimensions, %1</source>
            <translation>‏[dîméñšîöñš, %1 ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::VectorMagnitudesPlot</name>
        <message>
            <source>Sorted magnitudes</source>
            <translation>‏[Šöŕtéd mágñîtûdéš ~~~~~]</translation>
        </message>
        <message>
            <source>rank, largest first</source>
            <translation>‏[ŕáñk, láŕgéšt fîŕšt ~~~~~~]</translation>
        </message>
        <message>
            <source>rank</source>
            <translation>‏[ŕáñk]</translation>
        </message>
        <message>
            <source>magnitude (logarithmic)</source>
            <translation>‏[mágñîtûdé (lögáŕîthmîç) ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>magnitude</source>
            <translation>‏[mágñîtûdé ~~]</translation>
        </message>
        <message>
            <source>All numbers are 0, which a logarithmic axis does not have.</source>
            <translation>‏[Åll ñûmbéŕš áŕé 0, whîçh á lögáŕîthmîç áxîš döéš ñöt hávé. ~~~~~~ ~~~~~~ ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>rank %1 of %2: %3</source>
            <translation>‏[ŕáñk %1 öf %2: %3 ~~~~~]</translation>
        </message>
        <message>
            <source>Zeros, which have no place on this axis, %1: %2.</source>
            <translation>‏[Žéŕöš, whîçh hávé ñö pláçé öñ thîš áxîš, %1: %2. ~~~~~~ ~~~~~~ ~~~~]</translation>
        </message>
        <message>
            <source>Zeros, which have no place on this axis: %1.</source>
            <translation>‏[Žéŕöš, whîçh hávé ñö pláçé öñ thîš áxîš: %1. ~~~~~~ ~~~~~~ ~~]</translation>
        </message>
        <message>
            <source>Magnitudes fall from %1 by way of %2 in the middle to %3.</source>
            <translation>‏[Mágñîtûdéš fáll fŕöm %1 bý wáý öf %2 îñ thé mîddlé tö %3. ~~~~~~ ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>magnitude, %1</source>
            <translation>‏[mágñîtûdé, %1 ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::VectorPlot</name>
        <message>
            <source>Open a token to see its numbers here.</source>
            <translation>‏[Öpéñ á tökéñ tö šéé îtš ñûmbéŕš héŕé. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The vector of this token is empty.</source>
            <translation>‏[Thé véçtöŕ öf thîš tökéñ îš émptý. ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>No number of this vector is finite.</source>
            <translation>‏[Ñö ñûmbéŕ öf thîš véçtöŕ îš fîñîté. ~~~~~~ ~~~~~]</translation>
        </message>
        <message numerus="yes">
            <source>%n number(s)</source>
            <translation>
                <numerusform>‏[%n ñûmbéŕ(š) ~~~]</numerusform>
                <numerusform>‏[%n ñûmbéŕ(š) ~~~]</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>‏[%1.]</translation>
        </message>
        <message>
            <source>%1 from %2 to %3, mean %4, standard deviation %5, Euclidean length %6.</source>
            <translation>‏[%1 fŕöm %2 tö %3, méáñ %4, štáñdáŕd dévîátîöñ %5, Éûçlîdéáñ léñgth %6. ~~~~~~ ~~~~~~ ~~~~~~ ~~~~~]</translation>
        </message>
        <message>
            <source>%1 undefined, %2 infinite</source>
            <translation>‏[%1 ûñdéfîñéd, %2 îñfîñîté ~~~~~~ ~]</translation>
        </message>
        <message>
            <source>Not finite: %1.</source>
            <translation>‏[Ñöt fîñîté: %1. ~~~~]</translation>
        </message>
        <message>
            <source>value</source>
            <translation>‏[válûé]</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between two values</comment>
            <translation>‏[, ]</translation>
        </message>
        <message>
            <source>undefined (NaN)</source>
            <translation>‏[ûñdéfîñéd (ÑáÑ) ~~~~]</translation>
        </message>
        <message>
            <source>infinite (%1)</source>
            <translation>‏[îñfîñîté (%1) ~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::VectorPlots</name>
        <message>
            <source>left</source>
            <translation>‏[léft]</translation>
        </message>
        <message>
            <source>right</source>
            <translation>‏[ŕîght]</translation>
        </message>
        <message>
            <source>Numbers of the vector</source>
            <translation>‏[Ñûmbéŕš öf thé véçtöŕ ~~~~~~]</translation>
        </message>
        <message>
            <source>Open a token to see its numbers here.</source>
            <translation>‏[Öpéñ á tökéñ tö šéé îtš ñûmbéŕš héŕé. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The vectors of these tokens are empty.</source>
            <translation>‏[Thé véçtöŕš öf théšé tökéñš áŕé émptý. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>The vector of this token is empty.</source>
            <translation>‏[Thé véçtöŕ öf thîš tökéñ îš émptý. ~~~~~~ ~~~~~]</translation>
        </message>
    </context>
    <context>
        <name>tessera::ui::VectorStripPlot</name>
        <message>
            <source>dimension</source>
            <translation>‏[dîméñšîöñ ~~]</translation>
        </message>
        <message>
            <source>value</source>
            <translation>‏[válûé]</translation>
        </message>
        <message>
            <source>dimension %1: %2</source>
            <translation>‏[dîméñšîöñ %1: %2 ~~~~~]</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <comment>value and dimension</comment>
            <translation>‏[%1 át %2 ~~]</translation>
        </message>
        <message>
            <source>strongest of the dimensions %1 to %2: %3</source>
            <translation>‏[štŕöñgéšt öf thé dîméñšîöñš %1 tö %2: %3 ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>not finite</source>
            <translation>‏[ñöt fîñîté ~~]</translation>
        </message>
        <message>
            <source>The strongest is %1, in dimension %2.</source>
            <translation>‏[Thé štŕöñgéšt îš %1, îñ dîméñšîöñ %2. ~~~~~~ ~~~~~~]</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>‏[%1: %2 ~]</translation>
        </message>
        <message>
            <source>Values in order</source>
            <translation>‏[Válûéš îñ öŕdéŕ ~~~~]</translation>
        </message>
    </context>
</TS>
