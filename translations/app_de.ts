<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>HubColours</name>
    <message>
        <source>source is wrong</source>
        <translation>Quelle liegt falsch</translation>
    </message>
    <message>
        <source>receiver is wrong</source>
        <translation>Empfänger liegt falsch</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>The drift of single samples was not measured: it needs networks with the same classes, and a run made by this version.</source>
        <translation>Die Drift einzelner Beispiele wurde nicht gemessen: Dazu braucht es Netze mit denselben Klassen und einen Lauf, den diese Version ausgeführt hat.</translation>
    </message>
    <message>
        <source>drift not measured</source>
        <translation>Drift nicht gemessen</translation>
    </message>
</context>
<context>
    <name>HubDriftKey</name>
    <message>
        <source>drift of the sample (nats)</source>
        <translation>Drift des Beispiels (nat)</translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <translation>LTR</translation>
    </message>
</context>
<context>
    <name>tessera::ui</name>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>★</source>
        <translation>★</translation>
    </message>
    <message>
        <source>Runs that you have marked with a star.</source>
        <translation>Läufe, die mit einem Stern markiert sind.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The name of the run; F2 changes it.</source>
        <translation>Der Name des Laufs; F2 ändert ihn.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether the run is going on, and how it ended.</source>
        <translation>Ob der Lauf noch läuft und wie er endete.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>Accuracy of the receiver on the test set after the transfer.</source>
        <translation>Genauigkeit des Empfängers auf der Testmenge nach der Übertragung.</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>95% interval (%)</source>
        <translation>95-%-Intervall (%)</translation>
    </message>
    <message>
        <source>Wilson&apos;s 95% interval of the accuracy.</source>
        <translation>95-%-Intervall der Genauigkeit nach Wilson.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Agreement (%)</source>
        <translation>Übereinstimmung (%)</translation>
    </message>
    <message>
        <source>Share of the test set for which receiver and source say the same.</source>
        <translation>Anteil der Testmenge, für den Empfänger und Quelle dasselbe sagen.</translation>
    </message>
    <message>
        <source>Output drift</source>
        <translation>Ausgabedrift</translation>
    </message>
    <message>
        <source>Output drift (nats)</source>
        <translation>Ausgabedrift (nat)</translation>
    </message>
    <message>
        <source>Divergence of the receiver&apos;s answers from the source&apos;s at the end.</source>
        <translation>Divergenz der Antworten des Empfängers von denen der Quelle am Ende.</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiedergewinnung</translation>
    </message>
    <message>
        <source>What the receiver gained, as a share of its distance to the source.</source>
        <translation>Was der Empfänger gewonnen hat, als Anteil seines Abstands zur Quelle.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>The network that teaches.</source>
        <translation>Das Netz, das lehrt.</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>The network that learns.</source>
        <translation>Das Netz, das lernt.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Time of the transfer, without training the source and without controls.</source>
        <translation>Zeit der Übertragung, ohne das Training der Quelle und ohne Kontrollen.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>When the run began, in your time zone.</source>
        <translation>Wann der Lauf begann, in der eigenen Zeitzone.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The number that all random choices of the run come from.</source>
        <translation>Die Zahl, aus der alles Zufällige des Laufs hervorgeht.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Words to find the run by, with commas between them.</source>
        <translation>Wörter, mit denen sich der Lauf finden lässt, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What you want to remember about the run.</source>
        <translation>Was zu diesem Lauf in Erinnerung bleiben soll.</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Encode/decode</source>
        <translation>Kodieren/Dekodieren</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Verpacken</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Kontrollen</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Untrained source</source>
        <translation>Untrainierte Quelle</translation>
    </message>
    <message>
        <source>Shuffled targets</source>
        <translation>Vertauschte Ziele</translation>
    </message>
    <message>
        <source>Readout only</source>
        <translation>Nur Ausleseschicht</translation>
    </message>
    <message>
        <source>A: activation</source>
        <translation>A: Aktivierung</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>Orthogonal</translation>
    </message>
    <message>
        <source>Transformer</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Agreement with the source</source>
        <translation>Übereinstimmung mit der Quelle</translation>
    </message>
    <message>
        <source>Hub error</source>
        <translation>Hub-Fehler</translation>
    </message>
    <message>
        <source>Hub drift</source>
        <translation>Hub-Drift</translation>
    </message>
    <message>
        <source>Layer drift</source>
        <translation>Schichtdrift</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Activation part</source>
        <translation>Anteil der Aktivierung</translation>
    </message>
    <message>
        <source>Behaviour part</source>
        <translation>Anteil des Verhaltens</translation>
    </message>
    <message>
        <source>Loss per batch</source>
        <translation>Verlust je Batch</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>relativ</translation>
    </message>
    <message>
        <source>This cannot be done with these settings.</source>
        <translation>Mit diesen Einstellungen geht das nicht.</translation>
    </message>
    <message>
        <source>Something that is needed was not found.</source>
        <translation>Etwas Notwendiges wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The file is damaged and cannot be read.</source>
        <translation>Die Datei ist beschädigt und lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This program cannot read or do this.</source>
        <translation>Dieses Programm kann das nicht lesen oder ausführen.</translation>
    </message>
    <message>
        <source>The system refused to read or write a file. Is the disk full, or the folder protected?</source>
        <translation>Das System hat das Lesen oder Schreiben einer Datei verweigert. Ist der Datenträger voll oder der Ordner geschützt?</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Dafür reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>The computing device failed.</source>
        <translation>Das Rechengerät ist ausgefallen.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Please report it with the details.</source>
        <translation>Im Programm ist etwas schiefgegangen. Bitte mit den Details melden.</translation>
    </message>
    <message>
        <source>Learning diverged: its numbers grew beyond all bounds. Try a lower learning rate.</source>
        <translation>Das Lernen ist divergiert: Die Zahlen wuchsen über alle Grenzen. Eine kleinere Lernrate kann helfen.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The accuracy was not measured.</source>
        <translation>Die Genauigkeit wurde nicht gemessen.</translation>
    </message>
    <message>
        <source>%1, 95% interval %2 to %3.</source>
        <translation>%1, 95-%-Intervall %2 bis %3.</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n test input(s).</source>
        <translation>
            <numerusform>Gemessen an %n Testeingabe.</numerusform>
            <numerusform>Gemessen an %n Testeingaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred. Click to take the star away.</source>
        <translation>Mit Stern. Ein Klick nimmt ihn weg.</translation>
    </message>
    <message>
        <source>Click to give the run a star.</source>
        <translation>Ein Klick gibt dem Lauf einen Stern.</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>without a star</source>
        <translation>ohne Stern</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Add star</source>
        <translation>Stern vergeben</translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation>Lauf umbenennen</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>Stichwörter bearbeiten</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>good (CRC-32C)</source>
        <translation>gut (CRC-32C)</translation>
    </message>
    <message>
        <source>The bytes are as they were written.</source>
        <translation>Die Bytes sind so, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>good (CRC-32)</source>
        <translation>gut (CRC-32)</translation>
    </message>
    <message>
        <source>The bytes are as they were written; the program that wrote them lacked the usual checksum.</source>
        <translation>Die Bytes sind so, wie sie geschrieben wurden; dem schreibenden Programm fehlte die übliche Prüfsumme.</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>The bytes were changed or damaged.</source>
        <translation>Die Bytes wurden verändert oder beschädigt.</translation>
    </message>
    <message>
        <source>Seal (HMAC)</source>
        <translation>Siegel (HMAC)</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>Nobody without the key has changed the token.</source>
        <translation>Niemand ohne den Schlüssel hat das Token verändert.</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>The token was changed, or the key is another one.</source>
        <translation>Das Token wurde verändert, oder der Schlüssel ist ein anderer.</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Anybody could have changed the token and its checksums.</source>
        <translation>Jeder könnte das Token und seine Prüfsummen verändert haben.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>There is a seal, but no key was given to check it with.</source>
        <translation>Es gibt ein Siegel, aber keinen Schlüssel, um es zu prüfen.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Missing fields</source>
        <translation>Fehlende Felder</translation>
    </message>
    <message>
        <source>The file lacks these; they stand at their defaults.</source>
        <translation>In der Datei fehlen sie; sie stehen auf ihren Vorgaben.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Kind and version of the file.</source>
        <translation>Art und Version der Datei.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>How the vector&apos;s numbers are stored.</source>
        <translation>Wie die Zahlen des Vektors gespeichert sind.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Of the whole file.</source>
        <translation>Der ganzen Datei.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Of all fields but the vector.</source>
        <translation>Aller Felder außer dem Vektor.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s): %1</source>
        <translation>
            <numerusform>%n Zahl: %1</numerusform>
            <numerusform>%n Zahlen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>What was handed over.</source>
        <translation>Was übergeben wurde.</translation>
    </message>
    <message>
        <source>The network that taught.</source>
        <translation>Das Netz, das gelehrt hat.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>The network that learned.</source>
        <translation>Das Netz, das gelernt hat.</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Divergence of the receiver&apos;s answers from the source&apos;s, in nats.</source>
        <translation>Divergenz der Antworten des Empfängers von denen der Quelle, in nat.</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>The mean position of the source&apos;s activations in the hub.</source>
        <translation>Die mittlere Lage der Aktivierungen der Quelle im Hub.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>How much activations, weights and behaviour counted.</source>
        <translation>Wie viel Aktivierungen, Gewichte und Verhalten gezählt haben.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Privacy budget of the vector; infinite: no noise was added.</source>
        <translation>Datenschutzbudget des Vektors; unendlich: Es wurde kein Rauschen hinzugefügt.</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Chance that the privacy budget does not hold.</source>
        <translation>Wahrscheinlichkeit, dass das Datenschutzbudget nicht gilt.</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>How many transfers lie between the first network and this token.</source>
        <translation>Wie viele Übertragungen zwischen dem ersten Netz und diesem Token liegen.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>When the token was packed.</source>
        <translation>Wann das Token verpackt wurde.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Of the token&apos;s fields.</source>
        <translation>Der Felder des Tokens.</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Which network taught which, and how.</source>
        <translation>Welches Netz welches gelehrt hat, und wie.</translation>
    </message>
    <message>
        <source>the vector</source>
        <translation>der Vektor</translation>
    </message>
    <message>
        <source>the drift</source>
        <translation>die Drift</translation>
    </message>
    <message>
        <source>the matched layers</source>
        <translation>die zugeordneten Schichten</translation>
    </message>
    <message>
        <source>the other metadata</source>
        <translation>die übrigen Metadaten</translation>
    </message>
    <message>
        <source>the receiver</source>
        <translation>der Empfänger</translation>
    </message>
    <message>
        <source>samples that the source or the encoders were fitted on</source>
        <translation>Beispiele, an die Quelle oder Kodierer angepasst wurden</translation>
    </message>
    <message>
        <source>Not covered: %1.</source>
        <translation>Nicht erfasst: %1.</translation>
    </message>
    <message>
        <source>one sample of the release set</source>
        <translation>ein Beispiel der Freigabemenge</translation>
    </message>
    <message>
        <source>Matched layers</source>
        <translation>Zugeordnete Schichten</translation>
    </message>
    <message>
        <source>How alike source and receiver are in this pair of layers.</source>
        <translation>Wie ähnlich sich Quelle und Empfänger in diesem Schichtenpaar sind.</translation>
    </message>
    <message>
        <source>Other metadata</source>
        <translation>Übrige Metadaten</translation>
    </message>
    <message>
        <source>Added by the program that wrote the token.</source>
        <translation>Vom Programm hinzugefügt, das das Token geschrieben hat.</translation>
    </message>
    <message>
        <source>Unknown fields</source>
        <translation>Unbekannte Felder</translation>
    </message>
    <message>
        <source>Written by a program that knows more than this one.</source>
        <translation>Von einem Programm geschrieben, das mehr kennt als dieses.</translation>
    </message>
    <message>
        <source>Privacy is off: no noise was added, and the vector tells about the samples that it was made from.</source>
        <translation>Der Datenschutz ist aus: Es wurde kein Rauschen hinzugefügt, und der Vektor verrät etwas über die Beispiele, aus denen er entstand.</translation>
    </message>
    <message>
        <source>The token claims a privacy budget of epsilon %1 and delta %2 for its vector. Whether that holds cannot be seen from the file.</source>
        <translation>Das Token gibt für seinen Vektor ein Datenschutzbudget von Epsilon %1 und Delta %2 an. Ob das stimmt, lässt sich der Datei nicht ansehen.</translation>
    </message>
    <message>
        <source>The vector carries noise, so that it tells little about %1: epsilon %2, delta %3, over %4 samples.</source>
        <translation>Der Vektor enthält Rauschen, sodass er wenig verrät über: %1. Epsilon %2, Delta %3, über %4 Beispiele.</translation>
    </message>
    <message>
        <source>The noise is %1 times as large as the signal (sigma %2).</source>
        <translation>Das Rauschen ist %1-mal so groß wie das Signal (Sigma %2).</translation>
    </message>
    <message>
        <source>%1, mode %2</source>
        <translation>%1, Modus %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) selected; the accuracy of %1 was measured.</source>
        <translation>
            <numerusform>%n Lauf ausgewählt; gemessen wurde die Genauigkeit von %1.</numerusform>
            <numerusform>%n Läufe ausgewählt; gemessen wurde die Genauigkeit von %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) selected: mean accuracy %1, from %2 to %3.</source>
        <translation>
            <numerusform>%n Lauf ausgewählt: mittlere Genauigkeit %1, von %2 bis %3.</numerusform>
            <numerusform>%n Läufe ausgewählt: mittlere Genauigkeit %1, von %2 bis %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Hub space</source>
        <translation>Hub-Raum</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>digit %1</source>
        <translation>Ziffer %1</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>Accuracy and agreement</source>
        <translation>Genauigkeit und Übereinstimmung</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Hub drift can rise in a good transfer: it compares the shapes of two clouds, not what the networks answer.</source>
        <translation>Die Hub-Drift kann auch bei einer guten Übertragung steigen: Sie vergleicht die Formen zweier Punktwolken, nicht die Antworten der Netze.</translation>
    </message>
    <message>
        <source>Curves: validation inputs. Whisker: 95% interval of the accuracy on the test inputs.</source>
        <translation>Kurven: Validierungseingaben. Fehlerbalken: 95-%-Intervall der Genauigkeit auf den Testeingaben.</translation>
    </message>
    <message>
        <source>The figure could not be written to %1: %2. Choose another folder or name.</source>
        <translation>Die Abbildung konnte nicht nach %1 geschrieben werden: %2. Bitte einen anderen Ordner oder Namen wählen.</translation>
    </message>
    <message>
        <source>There is no plot to export.</source>
        <translation>Es gibt kein Diagramm zum Exportieren.</translation>
    </message>
    <message>
        <source>The figure could not be drawn. Try a smaller size.</source>
        <translation>Die Abbildung konnte nicht gezeichnet werden. Eine kleinere Größe kann helfen.</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>activation (standard deviations)</source>
        <translation>Aktivierung (Standardabweichungen)</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>level of a message</comment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>English</source>
        <extracomment>The name of the language in the language itself: Deutsch, français.</extracomment>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>There is no checksum to check these bytes with.</source>
        <translation>Es gibt keine Prüfsumme, mit der sich diese Bytes prüfen ließen.</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>The token was changed after it was signed.</source>
        <translation>Das Token wurde geändert, nachdem es unterschrieben worden war.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>It is not written as this program knows it: %1</source>
        <translation>Sie ist nicht so geschrieben, wie dieses Programm sie kennt: %1</translation>
    </message>
    <message>
        <source>The key is in your list, under this name.</source>
        <translation>Der Schlüssel steht unter diesem Namen in Ihrer Liste.</translation>
    </message>
    <message>
        <source>the key is that of %1</source>
        <translation>der Schlüssel gehört %1</translation>
    </message>
    <message>
        <source>Somebody signs under the name of somebody else.</source>
        <translation>Jemand unterschreibt mit dem Namen eines anderen.</translation>
    </message>
    <message>
        <source>by a revoked key</source>
        <translation>mit einem widerrufenen Schlüssel</translation>
    </message>
    <message>
        <source>Whoever has stolen the key can sign with it.</source>
        <translation>Wer den Schlüssel gestohlen hat, kann mit ihm unterschreiben.</translation>
    </message>
    <message>
        <source>by an unknown key</source>
        <translation>mit einem unbekannten Schlüssel</translation>
    </message>
    <message>
        <source>It fits, but anybody can make a key and sign under any name.</source>
        <translation>Sie passt, aber jeder kann einen Schlüssel erzeugen und mit jedem Namen unterschreiben.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>unbekannt (%1)</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>versiegelt</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>komprimiert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Partial signature</source>
        <translation>Teilweise Unterschrift</translation>
    </message>
    <message>
        <source>Signed as</source>
        <translation>Unterschrieben als</translation>
    </message>
    <message>
        <source>The name that stands in the token.</source>
        <translation>Der Name, der im Token steht.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Its fingerprint: compare it with the one that the signer tells you.</source>
        <translation>Sein Fingerabdruck: Vergleichen Sie ihn mit dem, den der Unterzeichner nennt.</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Umfasst</translation>
    </message>
    <message>
        <source>What cannot be changed without breaking the signature.</source>
        <translation>Was sich nicht ändern lässt, ohne die Unterschrift zu brechen.</translation>
    </message>
    <message>
        <source>Header, as far as it could be read</source>
        <translation>Kopf, soweit er lesbar war</translation>
    </message>
    <message>
        <source>Of the file&apos;s format.</source>
        <translation>Des Dateiformats.</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>What the file says of itself.</source>
        <translation>Was die Datei von sich selbst sagt.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n Zahl</numerusform>
            <numerusform>%n Zahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>As many as the header states.</source>
        <translation>So viele, wie der Kopf angibt.</translation>
    </message>
    <message>
        <source>Vector&apos;s bytes</source>
        <translation>Bytes des Vektors</translation>
    </message>
    <message>
        <source>How alike the layers of the two networks are, and what the layers are called.</source>
        <translation>Wie ähnlich die Schichten der beiden Netze sind und wie die Schichten heißen.</translation>
    </message>
    <message>
        <source>Which networks and tokens this one was made from.</source>
        <translation>Aus welchen Netzen und Token dieses entstanden ist.</translation>
    </message>
    <message>
        <source>Which layers of the network that learns the writer had in mind.</source>
        <translation>An welche Schichten des lernenden Netzes der Verfasser dachte.</translation>
    </message>
    <message>
        <source>How far the two networks&apos; answers lie apart, measured on samples without noise.</source>
        <translation>Wie weit die Antworten der beiden Netze auseinanderliegen, gemessen an Proben ohne Rauschen.</translation>
    </message>
    <message>
        <source>What the network that taught is called.</source>
        <translation>Wie das Netz heißt, das gelehrt hat.</translation>
    </message>
    <message>
        <source>What the network that learned is called.</source>
        <translation>Wie das Netz heißt, das gelernt hat.</translation>
    </message>
    <message>
        <source>When the token was made.</source>
        <translation>Wann das Token entstand.</translation>
    </message>
    <message>
        <source>The seed of the experiment, from which its splits and networks can be drawn again.</source>
        <translation>Der Startwert des Experiments, aus dem sich seine Aufteilungen und Netze wieder ziehen lassen.</translation>
    </message>
    <message>
        <source>A hash of the weights of the network that taught: whoever has it can prove that it is this one.</source>
        <translation>Ein Hash der Gewichte des lehrenden Netzes: Wer es hat, kann beweisen, dass es dieses ist.</translation>
    </message>
    <message>
        <source>Whose key signed the token, and under which name.</source>
        <translation>Wessen Schlüssel das Token unterschrieben hat, und mit welchem Namen.</translation>
    </message>
    <message>
        <source>Which data set the token was made from.</source>
        <translation>Aus welchem Datensatz das Token entstanden ist.</translation>
    </message>
    <message>
        <source>A hash of the reference inputs: whoever has them can prove that they are these.</source>
        <translation>Ein Hash der Referenzeingaben: Wer sie hat, kann beweisen, dass es diese sind.</translation>
    </message>
    <message>
        <source>How many samples the vector was made from, and the figures of the noise from which that number follows.</source>
        <translation>Aus wie vielen Proben der Vektor entstand, und die Kennzahlen des Rauschens, aus denen diese Zahl folgt.</translation>
    </message>
    <message>
        <source>How many tokens this one was merged from, and the hashes by which they can be recognised.</source>
        <translation>Aus wie vielen Token dieses zusammengeführt wurde, und die Hashes, an denen man sie erkennt.</translation>
    </message>
    <message>
        <source>How wide the network is that taught.</source>
        <translation>Wie breit das lehrende Netz ist.</translation>
    </message>
    <message>
        <source>How wide the network is that learned.</source>
        <translation>Wie breit das lernende Netz ist.</translation>
    </message>
    <message>
        <source>How alike the activations of the two networks are.</source>
        <translation>Wie ähnlich die Aktivierungen der beiden Netze sind.</translation>
    </message>
    <message>
        <source>Who contributed the token.</source>
        <translation>Wer das Token beigetragen hat.</translation>
    </message>
    <message>
        <source>In which round of which swarm the token was made.</source>
        <translation>In welcher Runde welches Schwarms das Token entstand.</translation>
    </message>
    <message>
        <source>A fingerprint of the contributor&apos;s data, by which they can be recognised.</source>
        <translation>Ein Fingerabdruck der Daten des Beitragenden, an dem man sie erkennt.</translation>
    </message>
    <message>
        <source>A signature, which proves who wrote the token.</source>
        <translation>Eine Unterschrift, die beweist, wer das Token geschrieben hat.</translation>
    </message>
    <message>
        <source>The key of whoever signed the token.</source>
        <translation>Der Schlüssel dessen, der das Token unterschrieben hat.</translation>
    </message>
    <message>
        <source>What the signature of the token is about.</source>
        <translation>Wovon die Unterschrift des Tokens handelt.</translation>
    </message>
    <message>
        <source>Which version of this program wrote the token.</source>
        <translation>Welche Fassung dieses Programms das Token geschrieben hat.</translation>
    </message>
    <message>
        <source>Something that another program or person wrote here: read it, since it can be anything.</source>
        <translation>Etwas, das ein anderes Programm oder ein Mensch hierher schrieb: Lesen Sie es, denn es kann alles sein.</translation>
    </message>
    <message>
        <source>A field that this version does not know: read it, since it can be anything.</source>
        <translation>Ein Feld, das diese Fassung nicht kennt: Lesen Sie es, denn es kann alles sein.</translation>
    </message>
    <message>
        <source>scale %1, zero point %2</source>
        <translation>Maßstab %1, Nullpunkt %2</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>Which number a byte of the vector stands for.</source>
        <translation>Für welche Zahl ein Byte des Vektors steht.</translation>
    </message>
    <message>
        <source>Do not trust this token: it was changed after it was signed as “%1”.</source>
        <translation>Trauen Sie diesem Token nicht: Es wurde geändert, nachdem es als „%1“ unterschrieben worden war.</translation>
    </message>
    <message>
        <source>It carries a signature that this program cannot read: who made it is not known.</source>
        <translation>Es trägt eine Unterschrift, die dieses Programm nicht lesen kann: Wer es gemacht hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Do not trust this token: it is signed with a key of %1 that you revoked.</source>
        <translation>Trauen Sie diesem Token nicht: Es ist mit einem Schlüssel von %1 unterschrieben, den Sie widerrufen haben.</translation>
    </message>
    <message>
        <source>Do not trust this token: it is signed as “%1”, but with a key that belongs to “%2”.</source>
        <translation>Trauen Sie diesem Token nicht: Es ist als „%1“ unterschrieben, aber mit einem Schlüssel, der „%2“ gehört.</translation>
    </message>
    <message>
        <source>Signed as “%1” with a key that you do not know: it is intact, but anybody could have signed it so.</source>
        <translation>Als „%1“ unterschrieben, mit einem Schlüssel, den Sie nicht kennen: Es ist unversehrt, aber jeder hätte es so unterschreiben können.</translation>
    </message>
    <message>
        <source>Signed by %1, whom you trust, and intact.</source>
        <translation>Von %1 unterschrieben, dem Sie vertrauen, und unversehrt.</translation>
    </message>
    <message>
        <source>Signed by %1, whom you trust, but only in part: the signature covers the vector and little else.</source>
        <translation>Von %1 unterschrieben, dem Sie vertrauen, aber nur teilweise: Die Unterschrift umfasst den Vektor und wenig sonst.</translation>
    </message>
    <message>
        <source>Sealed with your key and intact: nobody without the key has changed it.</source>
        <translation>Mit Ihrem Schlüssel versiegelt und unversehrt: Niemand ohne den Schlüssel hat es geändert.</translation>
    </message>
    <message>
        <source>Shown without checking its seal: anybody could have changed it.</source>
        <translation>Ohne Prüfung seines Siegels gezeigt: Jeder hätte es ändern können.</translation>
    </message>
    <message>
        <source>Unsigned, and this format has no checksums: anybody could have made or changed it.</source>
        <translation>Ohne Unterschrift, und dieses Format hat keine Prüfsummen: Jeder hätte es machen oder ändern können.</translation>
    </message>
    <message>
        <source>Intact but unsigned: anybody could have made it.</source>
        <translation>Unversehrt, aber ohne Unterschrift: Jeder hätte es machen können.</translation>
    </message>
    <message>
        <source>Its seal fits your key.</source>
        <translation>Sein Siegel passt zu Ihrem Schlüssel.</translation>
    </message>
    <message>
        <source>Its seal was not checked.</source>
        <translation>Sein Siegel wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>Another signature in it does not fit.</source>
        <translation>Eine andere Unterschrift darin passt nicht.</translation>
    </message>
    <message>
        <source>Its checksums are of the older kind, CRC-32, and fit: that is fine.</source>
        <translation>Seine Prüfsummen sind von der älteren Art, CRC-32, und passen: Das ist in Ordnung.</translation>
    </message>
    <message>
        <source>This is not a token, or one so damaged that nothing of it can be read: it was refused.</source>
        <translation>Das ist kein Token, oder eines, das so beschädigt ist, dass nichts davon lesbar ist: Es wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Do not trust this token: a checksum does not fit, so it was damaged or changed. It was refused.</source>
        <translation>Trauen Sie diesem Token nicht: Eine Prüfsumme passt nicht, also wurde es beschädigt oder geändert. Es wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Do not trust this token: its seal does not fit your key. It was changed or sealed with another key, and was refused.</source>
        <translation>Trauen Sie diesem Token nicht: Sein Siegel passt nicht zu Ihrem Schlüssel. Es wurde geändert oder mit einem anderen Schlüssel versiegelt und wurde abgelehnt.</translation>
    </message>
    <message>
        <source>This token is sealed: without the key, nobody can tell whether it is as it was made.</source>
        <translation>Dieses Token ist versiegelt: Ohne den Schlüssel kann niemand sagen, ob es noch so ist, wie es gemacht wurde.</translation>
    </message>
    <message>
        <source>This token has no seal, and you have chosen to refuse files without one (Tools menu).</source>
        <translation>Dieses Token hat kein Siegel, und Sie haben gewählt, Dateien ohne Siegel abzulehnen (Menü Werkzeuge).</translation>
    </message>
    <message>
        <source>This token is of a kind that this program cannot read: it was refused.</source>
        <translation>Dieses Token ist von einer Art, die dieses Programm nicht lesen kann: Es wurde abgelehnt.</translation>
    </message>
    <message>
        <source>This token breaks the rules of its format, as if it was damaged or made to harm: it was refused.</source>
        <translation>Dieses Token bricht die Regeln seines Formats, als wäre es beschädigt oder in böser Absicht gemacht: Es wurde abgelehnt.</translation>
    </message>
    <message>
        <source>There is no such file: choose the file of the key.</source>
        <translation>Es gibt keine solche Datei: Wählen Sie die Datei des Schlüssels.</translation>
    </message>
    <message>
        <source>This file holds no key: choose a file in the PEM format.</source>
        <translation>Diese Datei enthält keinen Schlüssel: Wählen Sie eine Datei im PEM-Format.</translation>
    </message>
    <message>
        <source>This key is of another kind or has a passphrase: choose an Ed25519 key without one.</source>
        <translation>Dieser Schlüssel ist von anderer Art oder hat eine Passphrase: Wählen Sie einen Ed25519-Schlüssel ohne.</translation>
    </message>
    <message>
        <source>The vectors cannot be compared: one has %1 numbers, the other %2.</source>
        <translation>Die Vektoren lassen sich nicht vergleichen: Der eine hat %1 Zahlen, der andere %2.</translation>
    </message>
    <message>
        <source>The vectors are the same, bit for bit.</source>
        <translation>Die Vektoren sind gleich, Bit für Bit.</translation>
    </message>
    <message>
        <source>The vectors differ in %1 of %2 numbers: cosine %3, distance %4, largest difference %5, lengths %6 and %7.</source>
        <translation>Die Vektoren unterscheiden sich in %1 von %2 Zahlen: Kosinus %3, Abstand %4, größter Unterschied %5, Längen %6 und %7.</translation>
    </message>
    <message>
        <source>No run has a token yet.</source>
        <translation>Noch kein Lauf hat ein Token.</translation>
    </message>
    <message>
        <source>Older ones: open their files.</source>
        <translation>Ältere: Öffnen Sie ihre Dateien.</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>ResNet</source>
        <translation>ResNet</translation>
    </message>
    <message>
        <source>Vision transformer</source>
        <translation>Vision-Transformer</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>occlusion</source>
        <translation>Verdeckung</translation>
    </message>
    <message>
        <source>substituted tokens</source>
        <translation>ersetzte Tokens</translation>
    </message>
    <message>
        <source>scaled features</source>
        <translation>skalierte Merkmale</translation>
    </message>
    <message>
        <source>fewer classes</source>
        <translation>weniger Klassen</translation>
    </message>
    <message>
        <source>permuted labels</source>
        <translation>vertauschte Klassen</translation>
    </message>
    <message>
        <source>coarser labels</source>
        <translation>gröbere Klassen</translation>
    </message>
    <message>
        <source>other data</source>
        <translation>andere Daten</translation>
    </message>
    <message>
        <source>&amp;Colours of maps</source>
        <translation>Farben der &amp;Karten</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Viridis: blue, green, yellow</source>
        <translation>Viridis: Blau, Grün, Gelb</translation>
    </message>
    <message>
        <source>Cividis: blue, grey, yellow</source>
        <translation>Cividis: Blau, Grau, Gelb</translation>
    </message>
    <message>
        <source>PDF, vectors</source>
        <translation>PDF, Vektorgrafik</translation>
    </message>
    <message>
        <source>SVG, vectors</source>
        <translation>SVG, Vektorgrafik</translation>
    </message>
    <message>
        <source>PNG, 300 dots per inch</source>
        <translation>PNG, 300 Punkte je Zoll</translation>
    </message>
    <message>
        <source>CSV, the numbers</source>
        <translation>CSV, die Zahlen</translation>
    </message>
    <message>
        <source>LaTeX, pgfplots</source>
        <translation>LaTeX, pgfplots</translation>
    </message>
    <message>
        <source>The name of a figure must end with .pdf, .svg, .png, .csv or .tex: that chooses the format.</source>
        <translation>Der Name einer Abbildung muss auf .pdf, .svg, .png, .csv oder .tex enden: Danach richtet sich das Format.</translation>
    </message>
    <message>
        <source>The width and the height of a figure must be between 1 and 40 inches.</source>
        <translation>Breite und Höhe einer Abbildung müssen zwischen 1 und 40 Zoll liegen.</translation>
    </message>
    <message>
        <source>LaTeX reads the file beside it by its name: use plain letters, digits, hyphens and underscores only.</source>
        <translation>LaTeX liest die Datei daneben unter ihrem Namen: Bitte nur einfache Buchstaben, Ziffern, Bindestriche und Unterstriche verwenden.</translation>
    </message>
    <message>
        <source>unbiased CKA</source>
        <translation>unverzerrte CKA</translation>
    </message>
    <message>
        <source>linear CKA</source>
        <translation>lineare CKA</translation>
    </message>
    <message>
        <source>mutual neighbours</source>
        <translation>wechselseitige Nachbarn</translation>
    </message>
    <message>
        <source>Procrustes similarity</source>
        <translation>Procrustes-Ähnlichkeit</translation>
    </message>
    <message>
        <source>in order</source>
        <comment>layers that are matched</comment>
        <translation>der Reihe nach</translation>
    </message>
    <message>
        <source>for the largest sum</source>
        <comment>layers that are matched</comment>
        <translation>für die größte Summe</translation>
    </message>
    <message>
        <source>best pair first</source>
        <comment>layers that are matched</comment>
        <translation>bestes Paar zuerst</translation>
    </message>
    <message>
        <source>KD: logit distillation</source>
        <translation>KD: Logit-Destillation</translation>
    </message>
    <message>
        <source>KD + readout</source>
        <translation>KD + Ausleseschicht</translation>
    </message>
    <message>
        <source>FitNets: hints</source>
        <translation>FitNets: Hints</translation>
    </message>
    <message>
        <source>RKD: relations</source>
        <translation>RKD: Relationen</translation>
    </message>
    <message>
        <source>Similarity-preserving</source>
        <translation>Ähnlichkeitserhaltend</translation>
    </message>
    <message>
        <source>Attention transfer</source>
        <translation>Aufmerksamkeitstransfer</translation>
    </message>
    <message>
        <source>CRD: contrastive</source>
        <translation>CRD: kontrastiv</translation>
    </message>
    <message>
        <source>LoRA (trained receiver)</source>
        <translation>LoRA (trainierter Empfänger)</translation>
    </message>
    <message>
        <source>Adapter (trained receiver)</source>
        <translation>Adapter (trainierter Empfänger)</translation>
    </message>
    <message>
        <source>Stitching (trained receiver)</source>
        <translation>Stitching (trainierter Empfänger)</translation>
    </message>
    <message>
        <source>Ridge from the raw input</source>
        <translation>Ridge aus der rohen Eingabe</translation>
    </message>
    <message>
        <source>Supervised: labels</source>
        <translation>Überwacht: Klassen</translation>
    </message>
    <message>
        <source>None: the receiver as it is</source>
        <translation>Ohne: der Empfänger, wie er ist</translation>
    </message>
    <message>
        <source>Reference: tessera-core 0.1 as it is</source>
        <translation>Referenz: tessera-core 0.1, wie es ist</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Relativ</translation>
    </message>
    <message>
        <source>The source met other inputs in the reference set than in its own data.</source>
        <translation>Die Quelle traf in der Referenzmenge auf andere Eingaben als in ihren eigenen Daten.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Contrastive</source>
        <translation>Kontrastiv</translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>“%1” is no seed. Type whole numbers and ranges: 1-5, 8.</source>
        <translation>„%1“ ist kein Startwert. Geben Sie ganze Zahlen und Bereiche ein: 1-5, 8.</translation>
    </message>
    <message>
        <source>%1 ends before it begins. Type the smaller seed first.</source>
        <translation>%1 endet, bevor es beginnt. Geben Sie den kleineren Startwert zuerst ein.</translation>
    </message>
    <message>
        <source>These are more than %1 seeds.</source>
        <translation>Das sind mehr als %1 Startwerte.</translation>
    </message>
    <message>
        <source>Seed %1 stands twice. Name every seed once.</source>
        <translation>Startwert %1 steht zweimal da. Jeder Startwert darf nur einmal genannt werden.</translation>
    </message>
    <message>
        <source>Type at least one seed.</source>
        <translation>Geben Sie mindestens einen Startwert ein.</translation>
    </message>
    <message>
        <source>“%1” is no whole number from %2 to %3.</source>
        <translation>„%1“ ist keine ganze Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>%1 stands twice.</source>
        <translation>%1 steht zweimal da.</translation>
    </message>
    <message>
        <source>“%1” is no number from 0 to 1. Type numbers with a point: 0.25, 0.5.</source>
        <translation>„%1“ ist keine Zahl von 0 bis 1. Geben Sie Zahlen mit Punkt ein: 0.25, 0.5.</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>%1, %2 (Holm), %3</source>
        <comment>interval, p-value, number of seeds</comment>
        <translation>%1, %2 (Holm), %3</translation>
    </message>
    <message>
        <source>%1 points on the only seed: n = 1, no interval over seeds</source>
        <translation>%1 Prozentpunkte beim einzigen Startwert: n = 1, kein Intervall über Startwerte</translation>
    </message>
    <message>
        <source>the same on every seed, %1</source>
        <translation>bei jedem Startwert gleich, %1</translation>
    </message>
    <message>
        <source>%1 points on every seed, so that no test is possible, %2</source>
        <translation>%1 Prozentpunkte bei jedem Startwert, sodass kein Test möglich ist, %2</translation>
    </message>
    <message>
        <source>not distinguishable: %1 points %2</source>
        <comment>difference, figures</comment>
        <translation>nicht unterscheidbar: %1 Prozentpunkte %2</translation>
    </message>
    <message>
        <source>better by %1 points %2</source>
        <comment>difference, figures</comment>
        <translation>um %1 Prozentpunkte besser %2</translation>
    </message>
    <message>
        <source>worse by %1 points %2</source>
        <comment>difference, figures</comment>
        <translation>um %1 Prozentpunkte schlechter %2</translation>
    </message>
    <message>
        <source>the receiver before</source>
        <translation>den Empfänger vorher</translation>
    </message>
    <message>
        <source>its control “%1”</source>
        <translation>seine Kontrolle „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1 against %2: %3; %n pair(s).</source>
        <comment>method, rival, finding</comment>
        <translation>
            <numerusform>%1 gegen %2: %3; %n Paar.</numerusform>
            <numerusform>%1 gegen %2: %3; %n Paare.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n Paar</numerusform>
            <numerusform>%n Paare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n method(s)</source>
        <translation>
            <numerusform>%n Methode</numerusform>
            <numerusform>%n Methoden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n Startwert</numerusform>
            <numerusform>%n Startwerte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n Einstellung</numerusform>
            <numerusform>%n Einstellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>factors, product</comment>
        <translation>%1 = %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. n = 1, no interval over seeds.</source>
        <translation>%1. n = 1, kein Intervall über Startwerte.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ActivationPlot</name>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Source layer</source>
        <translation>Schicht der Quelle</translation>
    </message>
    <message>
        <source>Receiver layer</source>
        <translation>Schicht des Empfängers</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>nach Klasse</translation>
    </message>
    <message>
        <source>as in the data</source>
        <translation>wie in den Daten</translation>
    </message>
    <message>
        <source>by mean activation</source>
        <translation>nach mittlerer Aktivierung</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>wie gemessen</translation>
    </message>
    <message>
        <source>standardised per unit</source>
        <translation>je Einheit standardisiert</translation>
    </message>
    <message>
        <source>sample, by class</source>
        <translation>Beispiel, nach Klasse</translation>
    </message>
    <message>
        <source>sample, by mean activation of the source</source>
        <translation>Beispiel, nach mittlerer Aktivierung der Quelle</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Run a transfer, or choose a run, to see what the units of both networks answer.</source>
        <translation>Eine Übertragung ausführen oder einen Lauf wählen, um zu sehen, was die Einheiten beider Netze antworten.</translation>
    </message>
    <message>
        <source>The activations will be here as soon as the transfer has recorded them.</source>
        <translation>Hier stehen die Aktivierungen, sobald die Übertragung sie aufgezeichnet hat.</translation>
    </message>
    <message>
        <source>This run kept no activations. Run it again to see them.</source>
        <translation>Dieser Lauf hat keine Aktivierungen behalten. Ein neuer Lauf zeigt sie.</translation>
    </message>
    <message>
        <source>Source  %1 - %2</source>
        <translation>Quelle  %1 - %2</translation>
    </message>
    <message>
        <source>Receiver  %1 - %2</source>
        <translation>Empfänger  %1 - %2</translation>
    </message>
    <message>
        <source>sample %1: %2, source unit %3: %4</source>
        <translation>Beispiel %1: %2, Einheit %3 der Quelle: %4</translation>
    </message>
    <message>
        <source>sample %1: %2, receiver unit %3: %4</source>
        <translation>Beispiel %1: %2, Einheit %3 des Empfängers: %4</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>source unit %1</source>
        <translation>Einheit %1 der Quelle</translation>
    </message>
    <message>
        <source>receiver unit %1</source>
        <translation>Einheit %1 des Empfängers</translation>
    </message>
    <message>
        <source>values from %1 to %2</source>
        <translation>Werte von %1 bis %2</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>keine Werte</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n unit(s), %2.</source>
        <translation>
            <numerusform>%1: %n Einheit, %2.</numerusform>
            <numerusform>%1: %n Einheiten, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Activations of %n sample(s).</source>
        <translation>
            <numerusform>Aktivierungen von %n Beispiel.</numerusform>
            <numerusform>Aktivierungen von %n Beispielen.</numerusform>
        </translation>
    </message>
    <message>
        <source>by similarity</source>
        <translation>nach Ähnlichkeit</translation>
    </message>
    <message>
        <source>The same on both sides, after the chosen layer of the source. By similarity: along its first principal component.</source>
        <translation>Auf beiden Seiten gleich, nach der gewählten Schicht der Quelle. Nach Ähnlichkeit: entlang ihrer ersten Hauptkomponente.</translation>
    </message>
    <message>
        <source>sample, by similarity in the source</source>
        <translation>Beispiel, nach Ähnlichkeit in der Quelle</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>The order by similarity could not be found. %1</source>
        <translation>Die Ordnung nach Ähnlichkeit ließ sich nicht finden. %1</translation>
    </message>
    <message>
        <source>The samples will be ordered by similarity as soon as the engine is there.</source>
        <translation>Die Beispiele werden nach Ähnlichkeit geordnet, sobald das Rechenwerk da ist.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ActivationsView</name>
    <message>
        <source>Run a transfer to see the activations of source and receiver side by side.</source>
        <translation>Eine Übertragung ausführen, um die Aktivierungen von Quelle und Empfänger nebeneinander zu sehen.</translation>
    </message>
    <message>
        <source>Kinds of activations</source>
        <translation>Arten von Aktivierungen</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>Alle Beispiele</translation>
    </message>
    <message>
        <source>One sample</source>
        <translation>Ein Beispiel</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>Verteilungen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::BoxPlot</name>
    <message>
        <source>%1 (n = %2)</source>
        <translation>%1 (n = %2)</translation>
    </message>
    <message>
        <source>Groups over seeds</source>
        <translation>Gruppen über Startwerte</translation>
    </message>
    <message>
        <source>None of these runs has measured this value.</source>
        <translation>Keiner dieser Läufe hat diesen Wert gemessen.</translation>
    </message>
    <message>
        <source>Choose two or more runs in Runs to compare them.</source>
        <translation>Unter „Läufe“ zwei oder mehr Läufe wählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>Boxes: quartiles and median over seeds; whiskers: least and most; points: runs.</source>
        <translation>Kästen: Quartile und Median über Startwerte; Antennen: kleinster und größter Wert; Punkte: Läufe.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group: remark</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) have too few runs for a box: points only; n = 1 has no interval over seeds</source>
        <translation>
            <numerusform>%n Gruppe hat zu wenige Läufe für einen Kasten: nur Punkte; n = 1 hat kein Intervall über Startwerte</numerusform>
            <numerusform>%n Gruppen haben zu wenige Läufe für einen Kasten: nur Punkte; n = 1 hat kein Intervall über Startwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1, %2: n = %3, mean %4</source>
        <translation>%1, %2: n = %3, Mittelwert %4</translation>
    </message>
    <message>
        <source>%1, 95% interval %2 to %3</source>
        <translation>%1, 95-%-Intervall %2 bis %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n group(s).</source>
        <translation>
            <numerusform>%1 von %n Gruppe.</numerusform>
            <numerusform>%1 von %n Gruppen.</numerusform>
        </translation>
    </message>
    <message>
        <source>what is different</source>
        <translation>was verschieden ist</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>least</source>
        <translation>kleinster Wert</translation>
    </message>
    <message>
        <source>lower quartile</source>
        <translation>unteres Quartil</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>upper quartile</source>
        <translation>oberes Quartil</translation>
    </message>
    <message>
        <source>most</source>
        <translation>größter Wert</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>95% interval, lower end</source>
        <translation>95-%-Intervall, unteres Ende</translation>
    </message>
    <message>
        <source>95% interval, upper end</source>
        <translation>95-%-Intervall, oberes Ende</translation>
    </message>
    <message>
        <source>Intervals are 95% t intervals of the mean over seeds; boxes are quartiles.</source>
        <translation>Intervalle sind 95-%-t-Intervalle des Mittelwerts über Startwerte; Kästen sind Quartile.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ByteBar</name>
    <message>
        <source>Bytes of the file</source>
        <translation>Bytes der Datei</translation>
    </message>
    <message>
        <source>Bytes of the file, at %1</source>
        <translation>Bytes der Datei, bei %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ByteMap</name>
    <message>
        <source>Sections of the file</source>
        <translation>Abschnitte der Datei</translation>
    </message>
    <message>
        <source>Open a token to see where its bytes stand.</source>
        <translation>Öffnen Sie ein Token, um zu sehen, wo seine Bytes stehen.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::Compare</name>
    <message>
        <source>%1: %2</source>
        <comment>state: reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the others are compared with it</source>
        <translation>die anderen werden mit ihr verglichen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Was verschieden ist</translation>
    </message>
    <message>
        <source>95% interval over seeds</source>
        <translation>95-%-Intervall über Startwerte</translation>
    </message>
    <message>
        <source>Group %1 is ...</source>
        <translation>Gruppe %1 ist ...</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Prozentpunkte</translation>
    </message>
    <message>
        <source>95% interval %1 to %2</source>
        <translation>95-%-Intervall %1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2 (Holm)</source>
        <translation>%1, %2 (Holm)</translation>
    </message>
    <message>
        <source>%1, n = %2</source>
        <translation>%1, n = %2</translation>
    </message>
    <message>
        <source>equal to %1 on the only seed: n = 1, no interval over seeds</source>
        <translation>gleich %1 beim einzigen Startwert: n = 1, kein Intervall über Startwerte</translation>
    </message>
    <message>
        <source>%1 above %2 on the only seed: n = 1, no interval over seeds</source>
        <translation>%1 über %2 beim einzigen Startwert: n = 1, kein Intervall über Startwerte</translation>
    </message>
    <message>
        <source>%1 below %2 on the only seed: n = 1, no interval over seeds</source>
        <translation>%1 unter %2 beim einzigen Startwert: n = 1, kein Intervall über Startwerte</translation>
    </message>
    <message>
        <source>%1 above %2 on every seed alike: no spread, so no test, n = %3</source>
        <translation>bei jedem Startwert gleichermaßen %1 über %2: keine Streuung, also kein Test, n = %3</translation>
    </message>
    <message>
        <source>%1 below %2 on every seed alike: no spread, so no test, n = %3</source>
        <translation>bei jedem Startwert gleichermaßen %1 unter %2: keine Streuung, also kein Test, n = %3</translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>Accuracy after</source>
        <translation>Genauigkeit nachher</translation>
    </message>
    <message>
        <source>Change of accuracy</source>
        <translation>Änderung der Genauigkeit</translation>
    </message>
    <message>
        <source>Agreement with the source</source>
        <translation>Übereinstimmung mit der Quelle</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <comment>name of a measure</comment>
        <translation>%1 (%)</translation>
    </message>
    <message>
        <source>%1 (points)</source>
        <comment>name of a measure</comment>
        <translation>%1 (Prozentpunkte)</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Startwert %2</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: gescheitert</translation>
    </message>
    <message>
        <source>%1: failed, %2</source>
        <translation>%1: gescheitert, %2</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: abgebrochen</translation>
    </message>
    <message>
        <source>%1: interrupted</source>
        <translation>%1: unterbrochen</translation>
    </message>
    <message>
        <source>%1: not finished</source>
        <translation>%1: nicht fertig</translation>
    </message>
    <message>
        <source>%1: its setup was written by another version of the program</source>
        <translation>%1: Sein Aufbau wurde von einer anderen Version des Programms geschrieben</translation>
    </message>
    <message>
        <source>%1: repeated by a later run, which counts</source>
        <translation>%1: von einem späteren Lauf wiederholt, der zählt</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>n = 1, no interval over seeds</source>
        <translation>n = 1, kein Intervall über Startwerte</translation>
    </message>
    <message>
        <source>n = %1, too few for a box</source>
        <translation>n = %1, zu wenige für einen Kasten</translation>
    </message>
    <message>
        <source>not compared with %1: no seed has both</source>
        <translation>nicht mit %1 verglichen: Kein Startwert hat beide</translation>
    </message>
    <message>
        <source>equal to %1 on every seed, n = %2</source>
        <translation>gleich %1 bei jedem Startwert, n = %2</translation>
    </message>
    <message>
        <source>not distinguishable from %1 (difference %2, %3)</source>
        <translation>nicht unterscheidbar von %1 (Unterschied %2, %3)</translation>
    </message>
    <message>
        <source>higher than %1 by %2 (%3)</source>
        <translation>um %2 höher als %1 (%3)</translation>
    </message>
    <message>
        <source>lower than %1 by %2 (%3)</source>
        <translation>um %2 niedriger als %1 (%3)</translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <comment>runs in groups</comment>
        <translation>%1 in %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are in no group:</source>
        <translation>
            <numerusform>%n Lauf ist in keiner Gruppe:</numerusform>
            <numerusform>%n Läufe sind in keiner Gruppe:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more: their states are in the table.</source>
        <translation>
            <numerusform>Und %n weiterer: Sein Zustand steht in der Tabelle.</numerusform>
            <numerusform>Und %n weitere: Ihre Zustände stehen in der Tabelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Receiver, after</source>
        <translation>Empfänger, nachher</translation>
    </message>
    <message>
        <source>Receiver, before</source>
        <translation>Empfänger, vorher</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Control: %1</source>
        <translation>Kontrolle: %1</translation>
    </message>
    <message>
        <source>N (seeds)</source>
        <translation>N (Startwerte)</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n run(s) without this value</source>
        <translation>
            <numerusform>%1; %n Lauf ohne diesen Wert</numerusform>
            <numerusform>%1; %n Läufe ohne diesen Wert</numerusform>
        </translation>
    </message>
    <message>
        <source>Group %1 is %2.</source>
        <comment>number, finding</comment>
        <translation>Gruppe %1 ist %2.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more comparison(s): see the table.</source>
        <translation>
            <numerusform>Und %n weiterer Vergleich: siehe die Tabelle.</numerusform>
            <numerusform>Und %n weitere Vergleiche: siehe die Tabelle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::CompareControls</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Runs of a group differ in</source>
        <translation>Läufe einer Gruppe unterscheiden sich in</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Pair with</source>
        <translation>Paaren mit</translation>
    </message>
    <message>
        <source>the seed</source>
        <translation>dem Startwert</translation>
    </message>
    <message>
        <source>seed and networks</source>
        <translation>Startwert und Netzen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group: what is different</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::ui::CompareView</name>
    <message>
        <source>Choose two or more runs in Runs to compare them.</source>
        <translation>Unter „Läufe“ zwei oder mehr Läufe wählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Show Runs</source>
        <translation>Läufe zeigen</translation>
    </message>
    <message>
        <source>Compared runs</source>
        <translation>Verglichene Läufe</translation>
    </message>
    <message>
        <source>Compare chosen runs only</source>
        <translation>Nur gewählte Läufe vergleichen</translation>
    </message>
    <message>
        <source>Lets go of the runs that were added with Compare</source>
        <translation>Lässt die Läufe los, die mit „Vergleichen“ hinzugefügt wurden</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Names and values are those of experiment files.</source>
        <translation>Namen und Werte sind die der Experimentdateien.</translation>
    </message>
    <message>
        <source>Show all fields</source>
        <translation>Alle Felder zeigen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Comparison of runs</source>
        <translation>Vergleich von Läufen</translation>
    </message>
    <message>
        <source>Differences between the groups</source>
        <translation>Unterschiede zwischen den Gruppen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ConfusionPlot</name>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>wahre Klasse</translation>
    </message>
    <message>
        <source>Confusion of classes</source>
        <translation>Verwechslung der Klassen</translation>
    </message>
    <message>
        <source>First run</source>
        <translation>Erster Lauf</translation>
    </message>
    <message>
        <source>Second run</source>
        <translation>Zweiter Lauf</translation>
    </message>
    <message>
        <source>Answers of</source>
        <translation>Antworten von</translation>
    </message>
    <message>
        <source>none</source>
        <comment>run</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Second - first</source>
        <translation>Zweiter - erster</translation>
    </message>
    <message>
        <source>difference of shares</source>
        <translation>Unterschied der Anteile</translation>
    </message>
    <message>
        <source>share of the true class</source>
        <translation>Anteil an der wahren Klasse</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run: problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 kept no answers to its test items: it has not ended, or an earlier version of the program made it.</source>
        <translation>%1 hat keine Antworten auf seine Testbeispiele behalten: Der Lauf ist nicht beendet, oder eine frühere Version des Programms hat ihn ausgeführt.</translation>
    </message>
    <message>
        <source>%1 has not measured these answers.</source>
        <translation>%1 hat diese Antworten nicht gemessen.</translation>
    </message>
    <message>
        <source>Choose a run that is done to see which classes it takes for which others.</source>
        <translation>Einen fertigen Lauf wählen, um zu sehen, welche Klassen er für welche anderen hält.</translation>
    </message>
    <message>
        <source>%1. Numbers: test items.</source>
        <comment>whose answers</comment>
        <translation>%1. Zahlen: Testbeispiele.</translation>
    </message>
    <message>
        <source>The runs have different classes, so there is no difference.</source>
        <translation>Die Läufe haben verschiedene Klassen, also gibt es keinen Unterschied zu zeigen.</translation>
    </message>
    <message>
        <source>On the same %1 items, only the first is right on %2, only the second on %3 (exact McNemar test of these two networks, %4).</source>
        <translation>Auf denselben %1 Beispielen liegt nur der erste bei %2 richtig, nur der zweite bei %3 (exakter McNemar-Test dieser zwei Netze, %4).</translation>
    </message>
    <message>
        <source>They were tested on different items, so items are not paired.</source>
        <translation>Sie wurden an verschiedenen Beispielen getestet, die Beispiele sind also nicht gepaart.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 items (%4)</source>
        <comment>run: items</comment>
        <translation>%1: %2 von %3 Beispielen (%4)</translation>
    </message>
    <message>
        <source>True class %1, answer %2. %3</source>
        <translation>Wahre Klasse %1, Antwort %2. %3</translation>
    </message>
    <message>
        <source>%1: %2 of %3 test items right.</source>
        <translation>%1: %2 von %3 Testbeispielen richtig.</translation>
    </message>
    <message>
        <source>Most often, class %1 was taken for class %2: %3 items.</source>
        <translation>Am häufigsten wurde Klasse %1 für Klasse %2 gehalten: %3 Beispiele.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>answers of</source>
        <translation>Antworten von</translation>
    </message>
    <message>
        <source>test items</source>
        <translation>Testbeispiele</translation>
    </message>
    <message>
        <source>share of the true class (%)</source>
        <translation>Anteil an der wahren Klasse (%)</translation>
    </message>
</context>
<context>
    <name>tessera::ui::CurvePlot</name>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>share of inputs (%)</source>
        <translation>Anteil der Eingaben (%)</translation>
    </message>
    <message>
        <source>readout</source>
        <translation>Ausleseschicht</translation>
    </message>
    <message>
        <source>one matched pair of layers</source>
        <translation>ein zugeordnetes Schichtenpaar</translation>
    </message>
    <message>
        <source>mean over the pairs</source>
        <translation>Mittel über die Paare</translation>
    </message>
    <message>
        <source>test, 95%</source>
        <translation>Test, 95 %</translation>
    </message>
    <message numerus="yes">
        <source>N = %n run(s).</source>
        <translation>
            <numerusform>N = %n Lauf.</numerusform>
            <numerusform>N = %n Läufe.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4</source>
        <translation>%1, %2: %3, %4</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>optimiser step %1</source>
        <translation>Optimierungsschritt %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>test: %1</source>
        <translation>Test: %1</translation>
    </message>
    <message>
        <source>test: %1 (95% interval: %2 to %3)</source>
        <translation>Test: %1 (95-%-Intervall: %2 bis %3)</translation>
    </message>
    <message>
        <source>Run a transfer, or choose a run, to see this: %1.</source>
        <translation>Eine Übertragung ausführen oder einen Lauf wählen, um dies zu sehen: %1.</translation>
    </message>
    <message>
        <source>The chosen runs have no values for this: %1.</source>
        <translation>Die gewählten Läufe haben dafür keine Werte: %1.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>95% interval, lower end</source>
        <translation>95-%-Intervall, unteres Ende</translation>
    </message>
    <message>
        <source>95% interval, upper end</source>
        <translation>95-%-Intervall, oberes Ende</translation>
    </message>
    <message>
        <source>Accuracy, test</source>
        <translation>Genauigkeit, Test</translation>
    </message>
    <message>
        <source>%1: %2 at %3, %4 at %5.</source>
        <translation>%1: %2 bei %3, %4 bei %5.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>Values in %1.</source>
        <comment>unit</comment>
        <translation>Werte in %1.</translation>
    </message>
    <message>
        <source>%1, control, test: %2</source>
        <translation>%1, Kontrolle, Test: %2</translation>
    </message>
    <message>
        <source>readout, after the last epoch</source>
        <translation>Auslesen, nach der letzten Epoche</translation>
    </message>
    <message>
        <source>Crosses: controls, on the test inputs.</source>
        <translation>Kreuze: Kontrollen, auf den Testeingaben.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>control and accuracy</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Control, test: %1</source>
        <translation>Kontrolle, Test: %1</translation>
    </message>
    <message>
        <source>Control, test: %1.</source>
        <translation>Kontrolle, Test: %1.</translation>
    </message>
    <message>
        <source>The runs differ in their numbers of epochs: each one&apos;s readout, after its last epoch, is a triangle.</source>
        <translation>Die Läufe haben verschieden viele Epochen: Das Auslesen eines jeden, nach seiner letzten Epoche, ist ein Dreieck.</translation>
    </message>
    <message>
        <source>Intervals are Wilson&apos;s 95% intervals over the inputs of one run.</source>
        <translation>Intervalle sind 95-%-Intervalle nach Wilson über die Eingaben eines Laufs.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Weight of the past in an exponential moving average. What was measured stays in sight, pale.</source>
        <translation>Gewicht des Vergangenen in einem exponentiell gleitenden Mittel. Das Gemessene bleibt blass sichtbar.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>A logarithmic axis has no place for 0 and less, and the least value is %1.</source>
        <translation>Eine logarithmische Achse hat keinen Platz für 0 und weniger, und der kleinste Wert ist %1.</translation>
    </message>
    <message>
        <source>A logarithmic axis for the values.</source>
        <translation>Eine logarithmische Achse für die Werte.</translation>
    </message>
    <message>
        <source>%1, logarithmic</source>
        <translation>%1, logarithmisch</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
    <message>
        <source>Band: 95% interval (Wilson) of the accuracy on %1 validation inputs.</source>
        <translation>Band: 95-%-Intervall (Wilson) der Genauigkeit auf %1 Validierungseingaben.</translation>
    </message>
    <message>
        <source>Bands: 95% intervals (Wilson) of the accuracies on the validation inputs of each run.</source>
        <translation>Bänder: 95-%-Intervalle (Wilson) der Genauigkeiten auf den Validierungseingaben jedes Laufs.</translation>
    </message>
    <message>
        <source>Strong lines: exponential moving average, weight %1. Pale lines and numbers: as measured.</source>
        <translation>Kräftige Linien: exponentiell gleitendes Mittel, Gewicht %1. Blasse Linien und Zahlen: wie gemessen.</translation>
    </message>
    <message>
        <source>%1 (95% interval: %2 to %3)</source>
        <translation>%1 (95-%-Intervall: %2 bis %3)</translation>
    </message>
    <message>
        <source>%1, smoothed %2</source>
        <translation>%1, geglättet %2</translation>
    </message>
    <message>
        <source>epoch: %1, %2: %3</source>
        <translation>Epoche: %1, %2: %3</translation>
    </message>
    <message>
        <source>smoothed, weight %1</source>
        <translation>geglättet, Gewicht %1</translation>
    </message>
    <message>
        <source>Logarithmic epochs</source>
        <translation>Logarithmische Epochen</translation>
    </message>
    <message>
        <source>A logarithmic axis has no place for epoch 0, and nothing was measured after it.</source>
        <translation>Eine logarithmische Achse hat keinen Platz für Epoche 0, und danach wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>A logarithmic axis for the epochs. Epoch 0, before the first step, has no place on it.</source>
        <translation>Eine logarithmische Achse für die Epochen. Epoche 0, vor dem ersten Schritt, hat auf ihr keinen Platz.</translation>
    </message>
    <message>
        <source>epoch, logarithmic</source>
        <translation>Epoche, logarithmisch</translation>
    </message>
    <message>
        <source>Epoch 0 is left out: it has no place on a logarithmic axis.</source>
        <translation>Epoche 0 fehlt: Sie hat auf einer logarithmischen Achse keinen Platz.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::CurvesSection</name>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Curves of the first %1 of %2 runs.</source>
        <translation>Kurven der ersten %1 von %2 Läufen.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::CurvesView</name>
    <message>
        <source>Run a transfer to see its accuracy, losses and drifts grow.</source>
        <translation>Eine Übertragung ausführen, um Genauigkeit, Verluste und Drift wachsen zu sehen.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
</context>
<context>
    <name>tessera::ui::CustomPlot</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Startwert %2</translation>
    </message>
    <message>
        <source>Run: %1.</source>
        <translation>Lauf: %1.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::DataCard</name>
    <message>
        <source>Source training (samples)</source>
        <translation>Training der Quelle (Beispiele)</translation>
    </message>
    <message>
        <source>Labelled samples that trained networks learn from.</source>
        <translation>Beispiele mit Klassen, aus denen trainierte Netze lernen.</translation>
    </message>
    <message>
        <source>Reference (samples)</source>
        <translation>Referenz (Beispiele)</translation>
    </message>
    <message>
        <source>Unlabelled inputs on which the source teaches the receiver.</source>
        <translation>Eingaben ohne Klassen, an denen die Quelle den Empfänger lehrt.</translation>
    </message>
    <message>
        <source>Validation (samples)</source>
        <translation>Validierung (Beispiele)</translation>
    </message>
    <message>
        <source>Inputs for the curves and the views.</source>
        <translation>Eingaben für die Kurven und die Ansichten.</translation>
    </message>
    <message>
        <source>Test (samples)</source>
        <translation>Test (Beispiele)</translation>
    </message>
    <message>
        <source>Touched once, at the end, for the figures that are reported.</source>
        <translation>Nur einmal verwendet, am Ende, für die berichteten Zahlen.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>The task that the source knows.</source>
        <translation>Die Aufgabe, die die Quelle beherrscht.</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Receiver names other classes</source>
        <translation>Empfänger nennt andere Klassen</translation>
    </message>
    <message>
        <source>Declares that source and receiver solve different tasks: outputs are then not compared, and the receiver&apos;s head is not fitted.</source>
        <translation>Erklärt, dass Quelle und Empfänger verschiedene Aufgaben lösen: Ausgaben werden dann nicht verglichen, und der Kopf des Empfängers wird nicht angepasst.</translation>
    </message>
    <message>
        <source>%1 classes, %2 unlabelled reference samples</source>
        <translation>%1 Klassen, %2 Referenzbeispiele ohne Klassen</translation>
    </message>
    <message>
        <source>Look into the data…</source>
        <translation>In die Daten sehen…</translation>
    </message>
    <message>
        <source>Shows samples, classes and what was left out, and how a file is read.</source>
        <translation>Zeigt Beispiele, Klassen und was ausgelassen wurde, und wie eine Datei gelesen wird.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Strength of the shift (0 to 1)</source>
        <translation>Stärke der Verschiebung (0 bis 1)</translation>
    </message>
    <message>
        <source>0 changes nothing.</source>
        <translation>0 ändert nichts.</translation>
    </message>
    <message>
        <source>Task of the source</source>
        <translation>Aufgabe der Quelle</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dieselbe</translation>
    </message>
    <message>
        <source>Share of the classes that change (0 to 1)</source>
        <translation>Anteil der geänderten Klassen (0 bis 1)</translation>
    </message>
    <message>
        <source>Data of the source</source>
        <translation>Daten der Quelle</translation>
    </message>
    <message>
        <source>A file, or the name of a built-in data set, with the same kind of inputs.</source>
        <translation>Eine Datei oder der Name eines eingebauten Datensatzes mit derselben Art von Eingaben.</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Daten öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>Daten wählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, being read…</source>
        <translation>%1, wird gelesen…</translation>
    </message>
    <message>
        <source>Preview the shift…</source>
        <translation>Verschiebung ansehen…</translation>
    </message>
    <message>
        <source>Shows samples before and after the shift.</source>
        <translation>Zeigt Beispiele vor und nach der Verschiebung.</translation>
    </message>
    <message>
        <source>%1 Look into the data to correct how they are read, or choose others.</source>
        <translation>%1 Sehen Sie in die Daten, um zu ändern, wie sie gelesen werden, oder wählen Sie andere.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>Aus einem Ordner…</translation>
    </message>
    <message>
        <source>%1, being read… %2</source>
        <translation>%1, wird gelesen… %2</translation>
    </message>
    <message>
        <source>Changes the inputs of all parts that the source was not trained on. Every run first checks whether the source meets other inputs than in its own data, and warns.</source>
        <translation>Ändert die Eingaben aller Teile, mit denen die Quelle nicht trainiert wurde. Jeder Lauf prüft zuerst, ob die Quelle auf andere Eingaben trifft als in ihren eigenen Daten, und warnt.</translation>
    </message>
    <message>
        <source>A source that was trained on another task than the one that is measured. The check before a transfer sees inputs and not labels: it cannot warn of wrong labels.</source>
        <translation>Eine Quelle, die für eine andere Aufgabe trainiert wurde als die gemessene. Die Prüfung vor einer Übertragung sieht Eingaben und keine Klassen: Vor falschen Klassen kann sie nicht warnen.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::DataFacts</name>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln Beispiel</numerusform>
            <numerusform>%Ln Beispiele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln Klasse</numerusform>
            <numerusform>%Ln Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Spalten der Datei</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>Facts about the data</source>
        <translation>Angaben zu den Daten</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Samples, classes and what was left out are shown here as soon as the data have been read.</source>
        <translation>Sobald die Daten gelesen sind, stehen hier Beispiele, Klassen und was ausgelassen wurde.</translation>
    </message>
    <message>
        <source>%1: %2. Numbers from %3 to %4, %5 in memory.</source>
        <translation>%1: %2. Zahlen von %3 bis %4, %5 im Speicher.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out (%1)</source>
        <translation>Ausgelassen (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>counted, but not listed</source>
        <translation>gezählt, aber nicht aufgeführt</translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>one value</source>
        <translation>einen Wert</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln ausgelassen</numerusform>
            <numerusform>%Ln ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::DataImportDialog</name>
    <message>
        <source>Look into the data</source>
        <translation>In die Daten sehen</translation>
    </message>
    <message>
        <source>Use these data</source>
        <translation>Diese Daten verwenden</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a folder of images…</source>
        <translation>Bilderordner wählen…</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>Changes the inputs of all parts that the source was not trained on.</source>
        <translation>Verändert die Eingaben aller Teile, mit denen die Quelle nicht trainiert wurde.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Strength of the shift</source>
        <translation>Stärke der Verschiebung</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>Daten werden gelesen</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Daten öffnen</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.npy *.npz *.safetensors *.gz *-ubyte)</source>
        <translation>Daten (*.csv *.tsv *.txt *.npy *.npz *.safetensors *.gz *-ubyte)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder with a folder of images for each class</source>
        <translation>Einen Ordner mit einem Bilderordner je Klasse öffnen</translation>
    </message>
    <message>
        <source>Reading was stopped. Change something or choose the file again to go on.</source>
        <translation>Das Lesen wurde angehalten. Ändern Sie etwas, oder wählen Sie die Datei erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>Built in: %1</source>
        <translation>Eingebaut: %1</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Keine Datei gewählt</translation>
    </message>
    <message>
        <source>Choose a file, or a folder with a folder of images for each class.</source>
        <translation>Wählen Sie eine Datei oder einen Ordner mit einem Bilderordner je Klasse.</translation>
    </message>
    <message>
        <source>The data are being read.</source>
        <translation>Die Daten werden gelesen.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::DataReadingForm</name>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>What stands between the columns.</source>
        <translation>Was zwischen den Spalten steht.</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>erkannt</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>Strich</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Whether the first row names the columns.</source>
        <translation>Ob die erste Zeile die Spalten benennt.</translation>
    </message>
    <message>
        <source>names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>The array that holds the inputs.</source>
        <translation>Das Feld mit den Eingaben.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>The column, the array or the file that holds the classes. A column may be named by its number, from 1.</source>
        <translation>Die Spalte, das Feld oder die Datei mit den Klassen. Eine Spalte kann mit ihrer Nummer genannt werden, ab 1.</translation>
    </message>
    <message>
        <source>Inputs are</source>
        <translation>Eingaben sind</translation>
    </message>
    <message>
        <source>What a network shall see in the numbers of a sample.</source>
        <translation>Was ein Netz in den Zahlen eines Beispiels sehen soll.</translation>
    </message>
    <message>
        <source>vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Rows of an image, in pixels.</source>
        <translation>Zeilen eines Bildes, in Pixeln.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Columns of an image in pixels, numbers of a row, or tokens of a text.</source>
        <translation>Spalten eines Bildes in Pixeln, Zahlen einer Zeile oder Tokens eines Textes.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>1 for grey images, 3 for colour.</source>
        <translation>1 für Graubilder, 3 für Farbe.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>How numbers are scaled before a network sees them.</source>
        <translation>Wie Zahlen skaliert werden, bevor ein Netz sie sieht.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>to 0 … 1</source>
        <translation>auf 0 … 1</translation>
    </message>
    <message>
        <source>mean 0, deviation 1</source>
        <translation>Mittel 0, Streuung 1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>found out: %1</source>
        <translation>erkannt: %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::DistributionPlot</name>
    <message>
        <source>Distribution of activations</source>
        <translation>Verteilung der Aktivierungen</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>A logarithmic axis for the density shows rare values.</source>
        <translation>Eine logarithmische Achse für die Dichte zeigt seltene Werte.</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>density (logarithmic)</source>
        <translation>Dichte (logarithmisch)</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>density, share per unit of activation</source>
        <translation>Dichte, Anteil je Einheit der Aktivierung</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n chosen sample(s)</source>
        <translation>
            <numerusform>%1, %n gewähltes Beispiel</numerusform>
            <numerusform>%1, %n gewählte Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>source, %1</source>
        <translation>Quelle, %1</translation>
    </message>
    <message>
        <source>receiver before, %1</source>
        <translation>Empfänger vorher, %1</translation>
    </message>
    <message>
        <source>receiver after, %1</source>
        <translation>Empfänger nachher, %1</translation>
    </message>
    <message>
        <source>receiver, %1</source>
        <translation>Empfänger, %1</translation>
    </message>
    <message>
        <source>%1, chosen samples: %2</source>
        <translation>%1, gewählte Beispiele: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>activations from %1 to under %2: %3</source>
        <comment>a bin, then what share of each is in it</comment>
        <translation>Aktivierungen von %1 bis unter %2: %3</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two networks</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>The distributions are being computed.</source>
        <translation>Die Verteilungen werden berechnet.</translation>
    </message>
    <message>
        <source>No activation of these layers is finite.</source>
        <translation>Keine Aktivierung dieser Schichten ist endlich.</translation>
    </message>
    <message>
        <source>%1: no activation is finite.</source>
        <translation>%1: Keine Aktivierung ist endlich.</translation>
    </message>
    <message>
        <source>%1: every activation is %2.</source>
        <translation>%1: Jede Aktivierung ist %2.</translation>
    </message>
    <message>
        <source>%1: %2 activations are missing, since they are not finite.</source>
        <translation>%1: %2 Aktivierungen fehlen, da sie nicht endlich sind.</translation>
    </message>
    <message>
        <source>%1: activations from %2 to %3, mean %4, standard deviation %5.</source>
        <translation>%1: Aktivierungen von %2 bis %3, Mittelwert %4, Standardabweichung %5.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n chosen sample(s): activations from %2 to %3, mean %4, standard deviation %5.</source>
        <translation>
            <numerusform>%1, %n gewähltes Beispiel: Aktivierungen von %2 bis %3, Mittelwert %4, Standardabweichung %5.</numerusform>
            <numerusform>%1, %n gewählte Beispiele: Aktivierungen von %2 bis %3, Mittelwert %4, Standardabweichung %5.</numerusform>
        </translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to under</source>
        <translation>bis unter</translation>
    </message>
    <message>
        <source>density, %1</source>
        <translation>Dichte, %1</translation>
    </message>
    <message>
        <source>density, %1, chosen samples</source>
        <translation>Dichte, %1, gewählte Beispiele</translation>
    </message>
    <message>
        <source>The distributions could not be computed. %1</source>
        <translation>Die Verteilungen konnten nicht berechnet werden. %1</translation>
    </message>
    <message>
        <source>The distributions will be computed as soon as the engine is there.</source>
        <translation>Die Verteilungen werden berechnet, sobald das Rechenwerk da ist.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::DistributionsPage</name>
    <message>
        <source>Distributions of activations</source>
        <translation>Verteilungen der Aktivierungen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::DocumentController</name>
    <message>
        <source>A part of the run cannot be shown. %1</source>
        <translation>Ein Teil des Laufs lässt sich nicht zeigen. %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Experiments (*.tessera.json)</source>
        <translation>Experimente (*.tessera.json)</translation>
    </message>
    <message>
        <source>Run stores (*.db)</source>
        <translation>Laufspeicher (*.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” cannot be opened. %2</source>
        <translation>„%1“ lässt sich nicht öffnen. %2</translation>
    </message>
    <message>
        <source>“%1” is neither an experiment, nor a token, nor a run store.</source>
        <translation>„%1“ ist weder ein Experiment noch ein Token noch ein Laufspeicher.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened as an experiment.</source>
        <translation>„%1“ lässt sich nicht als Experiment öffnen.</translation>
    </message>
    <message>
        <source>Open a run store</source>
        <translation>Laufspeicher öffnen</translation>
    </message>
    <message>
        <source>New run store</source>
        <translation>Neuer Laufspeicher</translation>
    </message>
    <message>
        <source>The experiment was not saved. %1</source>
        <translation>Das Experiment wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>Experiment speichern</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Die Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>The run store is no longer there. Until it is put back or another one is opened, nothing can be kept.</source>
        <translation>Der Laufspeicher ist nicht mehr da. Bis er zurückgelegt oder ein anderer geöffnet wird, kann nichts aufbewahrt werden.</translation>
    </message>
    <message>
        <source>This run store is open already.</source>
        <translation>Dieser Laufspeicher ist schon geöffnet.</translation>
    </message>
    <message>
        <source>Everything that can be opened (*.tessera.json *.tbf *.safetensors *.json *.db)</source>
        <translation>Alles, was sich öffnen lässt (*.tessera.json *.tbf *.safetensors *.json *.db)</translation>
    </message>
    <message>
        <source>Tokens (*.tbf *.safetensors *.json)</source>
        <translation>Token (*.tbf *.safetensors *.json)</translation>
    </message>
    <message>
        <source>Studies (*.study.json)</source>
        <translation>Studien (*.study.json)</translation>
    </message>
</context>
<context>
    <name>tessera::ui::DriftStripPlot</name>
    <message>
        <source>Layer drift by pair</source>
        <translation>Schichtdrift je Paar</translation>
    </message>
    <message>
        <source>Logarithmic colours</source>
        <translation>Logarithmische Farben</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Colours by the logarithm of the drift.</source>
        <translation>Farben nach dem Logarithmus der Drift.</translation>
    </message>
    <message>
        <source>A logarithm needs drifts above 0, and one of them is 0.</source>
        <translation>Ein Logarithmus braucht Driften über 0, und eine davon ist 0.</translation>
    </message>
    <message>
        <source>readout</source>
        <translation>Ausleseschicht</translation>
    </message>
    <message>
        <source>layer drift (nats, logarithmic)</source>
        <translation>Schichtdrift (nat, logarithmisch)</translation>
    </message>
    <message>
        <source>layer drift (nats)</source>
        <translation>Schichtdrift (nat)</translation>
    </message>
    <message>
        <source>hatched: not measured</source>
        <translation>schraffiert: nicht gemessen</translation>
    </message>
    <message>
        <source>Run a transfer, or choose a run, to see the drift of each pair of layers.</source>
        <translation>Eine Übertragung ausführen oder einen Lauf wählen, um die Drift jedes Schichtenpaars zu sehen.</translation>
    </message>
    <message>
        <source>The chosen run has no values for the drift of its pairs of layers.</source>
        <translation>Der gewählte Lauf hat keine Werte für die Drift seiner Schichtenpaare.</translation>
    </message>
    <message>
        <source>mean over the pairs</source>
        <translation>Mittel über die Paare</translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <comment>layer of the source, matched layer of the receiver</comment>
        <translation>%1 &gt; %2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>This run kept the mean only, and no single pairs.</source>
        <translation>Dieser Lauf hat nur das Mittel behalten, keine einzelnen Paare.</translation>
    </message>
    <message numerus="yes">
        <source>Of the first of %n run(s): %1.</source>
        <translation>
            <numerusform>Vom ersten von %n Lauf: %1.</numerusform>
            <numerusform>Vom ersten von %n Läufen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not measured.</source>
        <translation>%1: nicht gemessen.</translation>
    </message>
    <message>
        <source>%1: %2 nats at %3, %4 nats at %5.</source>
        <translation>%1: %2 nat bei %3, %4 nat bei %5.</translation>
    </message>
    <message>
        <source>pair of layers</source>
        <translation>Schichtenpaar</translation>
    </message>
    <message>
        <source>%1 (nats)</source>
        <comment>step and unit</comment>
        <translation>%1 (nat)</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ExperimentDocument</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ExportController</name>
    <message>
        <source>This view holds no plots to export.</source>
        <translation>Diese Ansicht enthält keine Diagramme zum Exportieren.</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>The figure was not exported. %1</source>
        <translation>Die Abbildung wurde nicht exportiert. %1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>Figure width</source>
        <translation>Breite der Abbildung</translation>
    </message>
    <message>
        <source>Width of exported figures (inches, %1 to %2):</source>
        <translation>Breite exportierter Abbildungen (Zoll, %1 bis %2):</translation>
    </message>
    <message>
        <source>“%1” is not a width between %2 and %3 inches.</source>
        <translation>„%1“ ist keine Breite zwischen %2 und %3 Zoll.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that belong to the figure are there already: %1. Replace them?</source>
        <translation>
            <numerusform>%n Datei, die zur Abbildung gehört, gibt es schon: %1. Soll sie ersetzt werden?</numerusform>
            <numerusform>%n Dateien, die zur Abbildung gehören, gibt es schon: %1. Sollen sie ersetzt werden?</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two file names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>tessera::ui::FeatureMapPlot</name>
    <message>
        <source>What a layer puts out for one sample will be here once it is recorded.</source>
        <translation>Hier steht, was eine Schicht für ein Beispiel ausgibt, sobald es aufgezeichnet ist.</translation>
    </message>
    <message>
        <source>One layer, one sample</source>
        <translation>Eine Schicht, ein Beispiel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>same range for all</source>
        <translation>ein Bereich für alle</translation>
    </message>
    <message>
        <source>each its own range</source>
        <translation>je ein eigener Bereich</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page of maps</source>
        <translation>Seite der Karten</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>looks at (position)</source>
        <translation>blickt auf (Position)</translation>
    </message>
    <message>
        <source>looks at</source>
        <translation>blickt auf</translation>
    </message>
    <message>
        <source>looks from (position)</source>
        <translation>blickt von (Position)</translation>
    </message>
    <message>
        <source>looks from</source>
        <translation>blickt von</translation>
    </message>
    <message>
        <source>least</source>
        <comment>value of each map</comment>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>greatest</source>
        <comment>value of each map</comment>
        <translation>größter</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>nicht endlich</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>layer and shape</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>heads %1 to %2 of %3</source>
        <translation>Köpfe %1 bis %2 von %3</translation>
    </message>
    <message>
        <source>channels %1 to %2 of %3</source>
        <translation>Kanäle %1 bis %2 von %3</translation>
    </message>
    <message>
        <source>undefined (NaN)</source>
        <translation>undefiniert (NaN)</translation>
    </message>
    <message>
        <source>infinite (%1)</source>
        <translation>unendlich (%1)</translation>
    </message>
    <message>
        <source>unit %1: %2</source>
        <translation>Einheit %1: %2</translation>
    </message>
    <message>
        <source>%1, unit %2: %3</source>
        <comment>position</comment>
        <translation>%1, Einheit %2: %3</translation>
    </message>
    <message>
        <source>channel %1, %2: %3</source>
        <comment>number, position</comment>
        <translation>Kanal %1, %2: %3</translation>
    </message>
    <message>
        <source>channel %1, row %2, column %3: %4</source>
        <translation>Kanal %1, Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>head %1: %2 looks at %3: %4</source>
        <comment>number, position, position, value</comment>
        <translation>Kopf %1: %2 blickt auf %3: %4</translation>
    </message>
    <message>
        <source>%1 of %2 numbers are not finite.</source>
        <translation>%1 von %2 Zahlen sind nicht endlich.</translation>
    </message>
    <message>
        <source>Shown: %1.</source>
        <translation>Gezeigt: %1.</translation>
    </message>
    <message>
        <source>Each map has its own range of colours.</source>
        <translation>Jede Karte hat ihren eigenen Farbbereich.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>A row for each position, a column for each unit.</source>
        <translation>Eine Zeile je Position, eine Spalte je Einheit.</translation>
    </message>
    <message>
        <source>A row for each channel, a column for each position.</source>
        <translation>Eine Zeile je Kanal, eine Spalte je Position.</translation>
    </message>
    <message numerus="yes">
        <source>%n map(s), one for each channel.</source>
        <translation>
            <numerusform>%n Karte, eine je Kanal.</numerusform>
            <numerusform>%n Karten, eine je Kanal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n head(s): a row tells how a position looks at all positions.</source>
        <translation>
            <numerusform>%n Kopf: Eine Zeile sagt, wie eine Position auf alle Positionen blickt.</numerusform>
            <numerusform>%n Köpfe: Eine Zeile sagt, wie eine Position auf alle Positionen blickt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Values from %1 to %2, mean %3.</source>
        <translation>Werte von %1 bis %2, Mittel %3.</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>looks at %1</source>
        <translation>blickt auf %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::FieldForm</name>
    <message>
        <source>Type a whole number from 0 to 18446744073709551615.</source>
        <translation>Bitte eine ganze Zahl von 0 bis 18446744073709551615 eingeben.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose a file for %1</source>
        <translation>Datei wählen für %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>tessera::ui::FigureCaption</name>
    <message numerus="yes">
        <source>seed(s) %1</source>
        <translation>
            <numerusform>Startwert %1</numerusform>
            <numerusform>Startwerte %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>n = %n sample(s)</source>
        <translation>
            <numerusform>n = %n Beispiel</numerusform>
            <numerusform>n = %n Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>N = %n run(s)</source>
        <translation>
            <numerusform>N = %n Lauf</numerusform>
            <numerusform>N = %n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>title of a plot</comment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::FigureDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Preview of the figure</source>
        <translation>Vorschau der Abbildung</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Own width in inches</source>
        <translation>Eigene Breite in Zoll</translation>
    </message>
    <message>
        <source>one column, %1 in</source>
        <translation>eine Spalte, %1 Zoll</translation>
    </message>
    <message>
        <source>text, %1 in</source>
        <translation>Textbreite, %1 Zoll</translation>
    </message>
    <message>
        <source>two columns, %1 in</source>
        <translation>zwei Spalten, %1 Zoll</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>&amp;Breite:</translation>
    </message>
    <message>
        <source>Own height in inches</source>
        <translation>Eigene Höhe in Zoll</translation>
    </message>
    <message>
        <source>follows from the width</source>
        <translation>ergibt sich aus der Breite</translation>
    </message>
    <message>
        <source>&amp;Height:</source>
        <translation>&amp;Höhe:</translation>
    </message>
    <message>
        <source> in</source>
        <comment>inches, after a number</comment>
        <translation> Zoll</translation>
    </message>
    <message>
        <source>Write the &amp;caption beside it, as a text file</source>
        <translation>Bild&amp;unterschrift daneben schreiben, als Textdatei</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>C&amp;opy the caption</source>
        <translation>Bildunterschrift &amp;kopieren</translation>
    </message>
    <message>
        <source>The numbers are written beside it, into a CSV file of the same name.</source>
        <translation>Die Zahlen werden daneben geschrieben, in eine CSV-Datei gleichen Namens.</translation>
    </message>
    <message>
        <source>The file holds what the figure draws; its size does not matter.</source>
        <translation>Die Datei enthält, was die Abbildung zeichnet; die Größe spielt keine Rolle.</translation>
    </message>
    <message>
        <source>Part of this is still being computed: what is exported now shows it as it stands.</source>
        <translation>Ein Teil davon wird noch berechnet: Was jetzt exportiert wird, zeigt den augenblicklichen Stand.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::HubControls</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>PCA (hub axes)</source>
        <translation>PCA (Hub-Achsen)</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>nach Klasse</translation>
    </message>
    <message>
        <source>by network</source>
        <translation>nach Netz</translation>
    </message>
    <message>
        <source>right or wrong</source>
        <translation>richtig oder falsch</translation>
    </message>
    <message>
        <source>by drift</source>
        <translation>nach Drift</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>Join pairs</source>
        <translation>Paare verbinden</translation>
    </message>
    <message>
        <source>Join the two points of one input. Up to %1 inputs.</source>
        <translation>Die zwei Punkte einer Eingabe verbinden. Bis zu %1 Eingaben.</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Drag to draw round the points to choose. Without this, hold Alt while you drag, or Shift for a rectangle; Ctrl adds to what is chosen.</source>
        <translation>Zum Wählen die Punkte mit gedrückter Maustaste umfahren. Ohne Lasso dabei Alt halten, für ein Rechteck Umschalt; Strg fügt zum Gewählten hinzu.</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>About how many neighbours of each point count.</source>
        <translation>Wie viele Nachbarn jedes Punktes ungefähr zählen.</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>How many neighbours of each point count.</source>
        <translation>Wie viele Nachbarn jedes Punktes zählen.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Another seed draws another picture of the same points: what all of them show can be believed.</source>
        <translation>Ein anderer Startwert zeichnet ein anderes Bild derselben Punkte: Glauben lässt sich, was alle zeigen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Fit the hub anew on some of the samples, the anchors, and see how well it carries over to the others.</source>
        <translation>Den Hub neu an einige der Beispiele anpassen, die Anker, und sehen, wie gut er sich auf die anderen überträgt.</translation>
    </message>
    <message>
        <source>Number of anchors</source>
        <translation>Zahl der Anker</translation>
    </message>
    <message>
        <source>PC %1</source>
        <translation>PC %1</translation>
    </message>
    <message>
        <source>Anchors: %1 of %2</source>
        <translation>Anker: %1 von %2</translation>
    </message>
    <message>
        <source>Anchors: there are too few samples</source>
        <translation>Anker: Es gibt zu wenige Beispiele</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>tessera::ui::HubPlot</name>
    <message>
        <source>Hub space</source>
        <translation>Hub-Raum</translation>
    </message>
    <message>
        <source>hub axis %1</source>
        <translation>Hub-Achse %1</translation>
    </message>
    <message>
        <source>source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>receiver %1</source>
        <translation>Empfänger %1</translation>
    </message>
    <message>
        <source>%1 has no place in the hub</source>
        <translation>%1 hat keinen Platz im Hub</translation>
    </message>
    <message>
        <source>Run a transfer, or choose a run, to see both networks in the hub.</source>
        <translation>Eine Übertragung ausführen oder einen Lauf wählen, um beide Netze im Hub zu sehen.</translation>
    </message>
    <message>
        <source>The hub will be here as soon as the transfer has fitted it.</source>
        <translation>Hier steht der Hub, sobald die Übertragung ihn angepasst hat.</translation>
    </message>
    <message>
        <source>This run kept no hub coordinates. Run it again to see them.</source>
        <translation>Dieser Lauf hat keine Hub-Koordinaten behalten. Ein neuer Lauf zeigt sie.</translation>
    </message>
    <message>
        <source>sample %1: %2</source>
        <translation>Beispiel %1: %2</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>source says %1</source>
        <translation>Quelle sagt %1</translation>
    </message>
    <message>
        <source>receiver says %1</source>
        <translation>Empfänger sagt %1</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>source&apos;s answer</source>
        <translation>Antwort der Quelle</translation>
    </message>
    <message>
        <source>receiver&apos;s answer</source>
        <translation>Antwort des Empfängers</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) in the hub.</source>
        <translation>
            <numerusform>%n Beispiel im Hub.</numerusform>
            <numerusform>%n Beispiele im Hub.</numerusform>
        </translation>
    </message>
    <message>
        <source>Across: %1. Up: %2.</source>
        <translation>Waagerecht: %1. Senkrecht: %2.</translation>
    </message>
    <message>
        <source>Source and receiver give the same answer to %1 of them.</source>
        <translation>Quelle und Empfänger geben bei %1 davon dieselbe Antwort.</translation>
    </message>
    <message>
        <source>The receiver has no place in this hub.</source>
        <translation>Der Empfänger hat in diesem Hub keinen Platz.</translation>
    </message>
    <message>
        <source>%1 is right</source>
        <translation>%1 liegt richtig</translation>
    </message>
    <message>
        <source>hub axis %1 by %2 anchors</source>
        <translation>Hub-Achse %1 aus %2 Ankern</translation>
    </message>
    <message>
        <source>%1 (%2 of the source&apos;s variance over them)</source>
        <translation>%1 (%2 der Varianz der Quelle an ihnen)</translation>
    </message>
    <message>
        <source>%1 (%2 of the source&apos;s variance)</source>
        <translation>%1 (%2 der Varianz der Quelle)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>drift %1 nats</source>
        <translation>Drift %1 nat</translation>
    </message>
    <message>
        <source>source, %1</source>
        <translation>Quelle, %1</translation>
    </message>
    <message>
        <source>receiver, %1</source>
        <translation>Empfänger, %1</translation>
    </message>
    <message>
        <source>drift (nats)</source>
        <translation>Drift (nat)</translation>
    </message>
    <message>
        <source>%1 waits for the engine</source>
        <translation>%1 wartet auf das Rechenwerk</translation>
    </message>
    <message>
        <source>%1 paused at %2 of %3</source>
        <translation>%1 pausiert bei %2 von %3</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 pausiert</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist gescheitert</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 wurde angehalten</translation>
    </message>
    <message>
        <source>Start draws it with these settings</source>
        <translation>„Starten“ zeichnet das Bild mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>%1: looking for axes</source>
        <translation>%1: Achsen werden gesucht</translation>
    </message>
    <message>
        <source>%1: looking for neighbours</source>
        <translation>%1: Nachbarn werden gesucht</translation>
    </message>
    <message>
        <source>%1: looking for neighbours, %2</source>
        <translation>%1: Nachbarn werden gesucht, %2</translation>
    </message>
    <message>
        <source>%1: weighing neighbours</source>
        <translation>%1: Nachbarn werden gewichtet</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>Hub fitted on %1 of %2 samples: relative error %3 on them, %4 on the others.</source>
        <translation>Hub an %1 der %2 Beispiele angepasst: relativer Fehler %3 bei diesen, %4 bei den anderen.</translation>
    </message>
    <message>
        <source>Hub fitted on all %1 samples: relative error %2.</source>
        <translation>Hub an alle %1 Beispiele angepasst: relativer Fehler %2.</translation>
    </message>
    <message>
        <source>The hub cannot be fitted on these anchors: their features were not recorded, are not finite, or do not vary. Choose more of them.</source>
        <translation>Der Hub lässt sich an diese Anker nicht anpassen: Ihre Merkmale wurden nicht aufgezeichnet, sind nicht endlich oder schwanken nicht. Wählen Sie mehr Anker.</translation>
    </message>
    <message>
        <source>The hub will be fitted on the anchors as soon as the engine is there.</source>
        <translation>Der Hub wird an die Anker angepasst, sobald das Rechenwerk da ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) are not finite on these axes and not drawn.</source>
        <translation>
            <numerusform>%n Punkt ist auf diesen Achsen nicht endlich und nicht gezeichnet.</numerusform>
            <numerusform>%n Punkte sind auf diesen Achsen nicht endlich und nicht gezeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>All samples have the same place on these axes.</source>
        <translation>Alle Beispiele haben auf diesen Achsen denselben Platz.</translation>
    </message>
    <message>
        <source>The source has no place in the hub, so there is nothing to arrange.</source>
        <translation>Die Quelle hat keinen Platz im Hub, also gibt es nichts anzuordnen.</translation>
    </message>
    <message>
        <source>No sample of the source has finite coordinates in the hub, so there is nothing to arrange.</source>
        <translation>Kein Beispiel der Quelle hat endliche Koordinaten im Hub, also gibt es nichts anzuordnen.</translation>
    </message>
    <message>
        <source>%1 could not be drawn. %2</source>
        <translation>%1 ließ sich nicht zeichnen. %2</translation>
    </message>
    <message>
        <source>%1 will be drawn as soon as the engine is there.</source>
        <translation>%1 wird gezeichnet, sobald das Rechenwerk da ist.</translation>
    </message>
    <message>
        <source>%1 was stopped before there was a picture.</source>
        <translation>%1 wurde angehalten, bevor es ein Bild gab.</translation>
    </message>
    <message>
        <source>The picture by %1 will be here in a moment.</source>
        <translation>Das Bild von %1 ist gleich da.</translation>
    </message>
    <message>
        <source>One sample has no neighbours: there is nothing to arrange.</source>
        <translation>Ein einziges Beispiel hat keine Nachbarn: Es gibt nichts anzuordnen.</translation>
    </message>
    <message>
        <source>All samples have one place in the hub: there is nothing to arrange.</source>
        <translation>Alle Beispiele haben einen Platz im Hub: Es gibt nichts anzuordnen.</translation>
    </message>
    <message>
        <source>UMAP with %1 neighbours, seed %2.</source>
        <translation>UMAP mit %1 Nachbarn, Startwert %2.</translation>
    </message>
    <message>
        <source>t-SNE with perplexity %1, seed %2.</source>
        <translation>t-SNE mit Perplexität %1, Startwert %2.</translation>
    </message>
    <message>
        <source>It was stopped after %1 of %2 steps.</source>
        <translation>Angehalten nach %1 von %2 Schritten.</translation>
    </message>
    <message>
        <source>This is step %1 of %2.</source>
        <translation>Dies ist Schritt %1 von %2.</translation>
    </message>
    <message>
        <source>Trustworthiness %1 (%2 neighbours; 1 is best).</source>
        <translation>Vertrauenswürdigkeit %1 (%2 Nachbarn; 1 ist am besten).</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) are left out: their coordinates are not finite.</source>
        <translation>
            <numerusform>%n Beispiel ist ausgelassen: Seine Koordinaten sind nicht endlich.</numerusform>
            <numerusform>%n Beispiele sind ausgelassen: Ihre Koordinaten sind nicht endlich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each point of the receiver lies at the mean of its %1 nearest of the source.</source>
        <translation>Jeder Punkt des Empfängers liegt im Mittel seiner %1 nächsten Punkte der Quelle.</translation>
    </message>
    <message>
        <source>%1 is wrong</source>
        <translation>%1 liegt falsch</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: unbekannt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>source is right</source>
        <translation>Quelle liegt richtig</translation>
    </message>
    <message>
        <source>receiver is right</source>
        <translation>Empfänger liegt richtig</translation>
    </message>
</context>
<context>
    <name>tessera::ui::HubView</name>
    <message>
        <source>Run a transfer to see source and receiver in the hub.</source>
        <translation>Eine Übertragung ausführen, um Quelle und Empfänger im Hub zu sehen.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::LayerPlot</name>
    <message>
        <source>Source layer</source>
        <translation>Schicht der Quelle</translation>
    </message>
    <message>
        <source>Receiver layer</source>
        <translation>Schicht des Empfängers</translation>
    </message>
    <message>
        <source>Run a transfer, or choose a run, to see this: %1.</source>
        <translation>Eine Übertragung ausführen oder einen Lauf wählen, um dies zu sehen: %1.</translation>
    </message>
    <message>
        <source>The activations will be here as soon as the transfer has recorded them.</source>
        <translation>Hier stehen die Aktivierungen, sobald die Übertragung sie aufgezeichnet hat.</translation>
    </message>
    <message>
        <source>This run kept no activations. Run it again to see them.</source>
        <translation>Dieser Lauf hat keine Aktivierungen behalten. Ein neuer Lauf zeigt sie.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sample and its class</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>keine Klasse</translation>
    </message>
</context>
<context>
    <name>tessera::ui::LayersPlot</name>
    <message>
        <source>Similarity of layers</source>
        <translation>Ähnlichkeit der Schichten</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>layer of the receiver, %1</source>
        <translation>Schicht des Empfängers, %1</translation>
    </message>
    <message>
        <source>layer of the receiver</source>
        <translation>Schicht des Empfängers</translation>
    </message>
    <message>
        <source>layer of the source, %1</source>
        <translation>Schicht der Quelle, %1</translation>
    </message>
    <message>
        <source>layer of the source</source>
        <translation>Schicht der Quelle</translation>
    </message>
    <message>
        <source>matched %1</source>
        <translation>zugeordnet (%1)</translation>
    </message>
    <message numerus="yes">
        <source>under the null (95% of %n permutation(s))</source>
        <translation>
            <numerusform>unter der Nullverteilung (95 % von %n Permutation)</numerusform>
            <numerusform>unter der Nullverteilung (95 % von %n Permutationen)</numerusform>
        </translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n Beispiel</numerusform>
            <numerusform>%n Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>Run a transfer to compare the layers of source and receiver.</source>
        <translation>Eine Übertragung ausführen, um die Schichten von Quelle und Empfänger zu vergleichen.</translation>
    </message>
    <message>
        <source>The layers will be compared as soon as the transfer has recorded them.</source>
        <translation>Die Schichten werden verglichen, sobald die Übertragung sie aufgezeichnet hat.</translation>
    </message>
    <message>
        <source>This run kept no layers. Run it again to compare them.</source>
        <translation>Dieser Lauf hat keine Schichten behalten. Ein neuer Lauf vergleicht sie.</translation>
    </message>
    <message>
        <source>Comparing the layers: %1 done.</source>
        <translation>Schichten werden verglichen: %1 fertig.</translation>
    </message>
    <message>
        <source>Comparing the layers.</source>
        <translation>Schichten werden verglichen.</translation>
    </message>
    <message>
        <source>Too few samples: there are %1, and this measure needs %2.</source>
        <translation>Zu wenige Beispiele: Es gibt %1, und dieses Maß braucht %2.</translation>
    </message>
    <message>
        <source>There is no engine here that could compare the layers.</source>
        <translation>Hier gibt es kein Rechenwerk, das die Schichten vergleichen könnte.</translation>
    </message>
    <message>
        <source>The layers will be compared once the engine is loaded.</source>
        <translation>Die Schichten werden verglichen, sobald das Rechenwerk geladen ist.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two layers</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>layers, measure, value</comment>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>null %1</source>
        <translation>Nullverteilung %1</translation>
    </message>
    <message>
        <source>under the null</source>
        <translation>unter der Nullverteilung</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>zugeordnet</translation>
    </message>
    <message>
        <source>source layer</source>
        <translation>Schicht der Quelle</translation>
    </message>
    <message>
        <source>receiver layer</source>
        <translation>Schicht des Empfängers</translation>
    </message>
    <message>
        <source>null (95%)</source>
        <translation>Nullverteilung (95 %)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 of the source</source>
        <translation>%1 der Quelle</translation>
    </message>
    <message>
        <source>%1 of the receiver</source>
        <translation>%1 des Empfängers</translation>
    </message>
    <message>
        <source>They were not compared with permuted samples.</source>
        <translation>Mit permutierten Beispielen wurden sie nicht verglichen.</translation>
    </message>
    <message>
        <source>%1 of %2 pairs are under the null: no more similar than 95 in 100 permutations of the samples.</source>
        <translation>%1 von %2 Paaren liegen unter der Nullverteilung: nicht ähnlicher als 95 von 100 Permutationen der Beispiele.</translation>
    </message>
    <message>
        <source>No layers could be matched.</source>
        <translation>Keine Schichten ließen sich zuordnen.</translation>
    </message>
    <message>
        <source>Matched %1: %2.</source>
        <translation>Zugeordnet (%1): %2.</translation>
    </message>
    <message>
        <source>%1 layers of the source, %2 of the receiver, as it is at step %3.</source>
        <translation>%1 Schichten der Quelle, %2 des Empfängers, wie er bei Schritt %3 ist.</translation>
    </message>
    <message numerus="yes">
        <source>Measure: %1, on %n sample(s).</source>
        <translation>
            <numerusform>Maß: %1, an %n Beispiel.</numerusform>
            <numerusform>Maß: %1, an %n Beispielen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Most similar: %1, %2.</source>
        <translation>Am ähnlichsten: %1, %2.</translation>
    </message>
    <message>
        <source>Not measured, because the values are the same for all samples or not finite: %1.</source>
        <translation>Nicht gemessen, weil die Werte für alle Beispiele gleich oder nicht endlich sind: %1.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::LayersView</name>
    <message>
        <source>Run a transfer to compare the layers of source and receiver.</source>
        <translation>Eine Übertragung ausführen, um die Schichten von Quelle und Empfänger zu vergleichen.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
</context>
<context>
    <name>tessera::ui::LessonBar</name>
    <message>
        <source>Back to now</source>
        <translation>Zurück zum Jetzt</translation>
    </message>
    <message>
        <source>Teaching mode</source>
        <translation>Lehrmodus</translation>
    </message>
    <message>
        <source>Let the views show the run as it is now</source>
        <translation>Die Ansichten den Lauf zeigen lassen, wie er jetzt ist</translation>
    </message>
    <message>
        <source>Showing the state after %1; the run has ended.</source>
        <translation>Gezeigt ist der Stand nach „%1“; der Lauf ist beendet.</translation>
    </message>
    <message>
        <source>Showing the state after %1; the run waits for you after %2.</source>
        <translation>Gezeigt ist der Stand nach „%1“; der Lauf wartet nach „%2“ auf Sie.</translation>
    </message>
    <message>
        <source>Showing the state after %1; the run is at %2.</source>
        <translation>Gezeigt ist der Stand nach „%1“; der Lauf ist bei „%2“.</translation>
    </message>
    <message>
        <source>Showing the state after %1; the run goes on.</source>
        <translation>Gezeigt ist der Stand nach „%1“; der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>Waiting after %1: look at the views, then go on.</source>
        <translation>Wartet nach „%1“: Sehen Sie sich die Ansichten an, dann geht es weiter.</translation>
    </message>
    <message>
        <source>Step by step: the run goes on.</source>
        <translation>Schritt für Schritt: Der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>Step by step: the run is being prepared.</source>
        <translation>Schritt für Schritt: Der Lauf wird vorbereitet.</translation>
    </message>
    <message>
        <source>Step by step: %1 is at work.</source>
        <translation>Schritt für Schritt: „%1“ läuft.</translation>
    </message>
    <message>
        <source>To the end: %1 is at work.</source>
        <translation>Bis zum Ende: „%1“ läuft.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::LessonCheck</name>
    <message>
        <source>accuracy of the source</source>
        <translation>Genauigkeit der Quelle</translation>
    </message>
    <message>
        <source>accuracy before</source>
        <translation>Genauigkeit vorher</translation>
    </message>
    <message>
        <source>accuracy after</source>
        <translation>Genauigkeit nachher</translation>
    </message>
    <message>
        <source>agreement with the source</source>
        <translation>Übereinstimmung mit der Quelle</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Wiedergewinnung</translation>
    </message>
    <message>
        <source>accuracy of the control “%1”</source>
        <translation>Genauigkeit der Kontrolle „%1“</translation>
    </message>
    <message>
        <source>%1 minus %2</source>
        <comment>two figures of a run</comment>
        <translation>%1 minus %2</translation>
    </message>
    <message>
        <source>%1 points</source>
        <comment>percentage points</comment>
        <translation>%1 Prozentpunkte</translation>
    </message>
    <message>
        <source>Expected: %1 from %2 to %3.</source>
        <translation>Erwartet: %1, %2 bis %3.</translation>
    </message>
    <message>
        <source>Expected: %1 at least %2.</source>
        <translation>Erwartet: %1, mindestens %2.</translation>
    </message>
    <message>
        <source>Expected: %1 at most %2.</source>
        <translation>Erwartet: %1, höchstens %2.</translation>
    </message>
    <message>
        <source>%1 Not measured.</source>
        <comment>what was expected</comment>
        <translation>%1 Nicht gemessen.</translation>
    </message>
    <message>
        <source>%1 Measured: %2. As expected.</source>
        <translation>%1 Gemessen: %2. Wie erwartet.</translation>
    </message>
    <message>
        <source>%1 Measured: %2. Not as expected.</source>
        <translation>%1 Gemessen: %2. Nicht wie erwartet.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::LessonController</name>
    <message>
        <source>The experiment of the lesson “%1” cannot be used.</source>
        <translation>Das Experiment der Lektion „%1“ kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Start a lesson</source>
        <translation>Lektion beginnen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::LessonPanel</name>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Start lesson</source>
        <translation>Lektion beginnen</translation>
    </message>
    <message>
        <source>Put the lesson&apos;s experiment into Setup, and run it step by step</source>
        <translation>Das Experiment der Lektion in den Aufbau übernehmen und Schritt für Schritt ausführen</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>Zurück zum Lauf</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>title, summary</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>The lesson “%1” cannot be read.</source>
        <translation>Die Lektion „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Page of the lesson</source>
        <translation>Seite der Lektion</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Show the views as they were one stage earlier</source>
        <translation>Die Ansichten zeigen, wie sie eine Stufe früher waren</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Show the views as they were one stage later</source>
        <translation>Die Ansichten zeigen, wie sie eine Stufe später waren</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Alle Lektionen</translation>
    </message>
    <message>
        <source>Choose a lesson. Or run your own experiment in teaching mode: it waits after each stage, and this panel says what the views show.</source>
        <translation>Wählen Sie eine Lektion. Oder führen Sie Ihr eigenes Experiment im Lehrmodus aus: Es wartet nach jeder Stufe, und dieser Bereich sagt, was die Ansichten zeigen.</translation>
    </message>
    <message>
        <source>No lessons are installed. Run your own experiment in teaching mode: it waits after each stage.</source>
        <translation>Es sind keine Lektionen installiert. Führen Sie Ihr eigenes Experiment im Lehrmodus aus: Es wartet nach jeder Stufe.</translation>
    </message>
    <message>
        <source>After %1</source>
        <comment>a stage</comment>
        <translation>Nach „%1“</translation>
    </message>
    <message>
        <source>Before the first stage</source>
        <translation>Vor der ersten Stufe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>lesson, place in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no page about this stage.</source>
        <translation>Zu dieser Stufe gibt es keine Seite.</translation>
    </message>
    <message>
        <source>The run did not come to its end, so there is nothing to compare with what was expected of it.</source>
        <translation>Der Lauf kam nicht bis ans Ende, also gibt es nichts mit dem zu vergleichen, was von ihm erwartet wurde.</translation>
    </message>
    <message>
        <source>The figures of the run are being read.</source>
        <translation>Die Zahlen des Laufs werden gelesen.</translation>
    </message>
    <message>
        <source>What was expected, and what came out</source>
        <translation>Was erwartet wurde und was herauskam</translation>
    </message>
    <message>
        <source>The run is not in the list of runs any more, so there is nothing to compare with what was expected of it. Undo brings it back.</source>
        <translation>Der Lauf steht nicht mehr in der Liste der Läufe, also gibt es nichts mit dem zu vergleichen, was von ihm erwartet wurde. „Rückgängig“ holt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::LineageCanvas</name>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Lineage, at %1</source>
        <translation>Herkunft, bei %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::LineageGraph</name>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>The chosen node</source>
        <translation>Der gewählte Knoten</translation>
    </message>
    <message>
        <source>Choose a node to read what the file says about it.</source>
        <translation>Wählen Sie einen Knoten, um zu lesen, was die Datei über ihn sagt.</translation>
    </message>
    <message>
        <source>This token does not say what it was made of.</source>
        <translation>Dieses Token sagt nicht, woraus es entstanden ist.</translation>
    </message>
    <message>
        <source>The lineage in this file is not a graph of nodes and edges, so it cannot be drawn.</source>
        <translation>Die Herkunft in dieser Datei ist kein Graph aus Knoten und Kanten und lässt sich daher nicht zeichnen.</translation>
    </message>
    <message>
        <source>The lineage in this file goes round in a circle, so it does not say what was made of what.</source>
        <translation>Die Herkunft in dieser Datei geht im Kreis und sagt daher nicht, was woraus entstanden ist.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two nodes of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>source</source>
        <comment>node of a lineage</comment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>receiver</source>
        <comment>node of a lineage</comment>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>merged</source>
        <comment>node of a lineage</comment>
        <translation>zusammengeführt</translation>
    </message>
    <message>
        <source>other numbers</source>
        <comment>node of a lineage</comment>
        <translation>andere Zahlen</translation>
    </message>
    <message>
        <source>stripped</source>
        <comment>node of a lineage</comment>
        <translation>bereinigt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>node, then its kind and what it refers to</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The first %1 of %2 nodes are drawn.</source>
        <translation>Die ersten %1 von %2 Knoten sind gezeichnet.</translation>
    </message>
    <message>
        <source>Left out, without an id of their own: %1.</source>
        <translation>Ausgelassen, ohne eigene Kennung: %1.</translation>
    </message>
    <message>
        <source>Edges that miss one of their nodes: %1.</source>
        <translation>Kanten, denen einer ihrer Knoten fehlt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>A graph of %n node(s).</source>
        <translation>
            <numerusform>Ein Graph aus %n Knoten.</numerusform>
            <numerusform>Ein Graph aus %n Knoten.</numerusform>
        </translation>
    </message>
    <message>
        <source>At the beginning: %1.</source>
        <translation>Am Anfang: %1.</translation>
    </message>
    <message>
        <source>%1 comes from %2.</source>
        <translation>%1 kommt von %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Comes from %1</source>
        <translation>Kommt von %1</translation>
    </message>
    <message>
        <source>Comes from %1, %2</source>
        <comment>parent, then fields of the edge</comment>
        <translation>Kommt von %1, %2</translation>
    </message>
    <message>
        <source>Leads to %1</source>
        <translation>Führt zu %1</translation>
    </message>
    <message>
        <source>Root of the graph</source>
        <translation>Wurzel des Graphen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::MainWindow</name>
    <message>
        <source>Pipeline</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>Use the setup of a run</source>
        <translation>Aufbau eines Laufs übernehmen</translation>
    </message>
    <message>
        <source>Run the experiment (%1)</source>
        <translation>Experiment ausführen (%1)</translation>
    </message>
    <message>
        <source>%1[*] – Tessera Workbench</source>
        <translation>%1[*] – Tessera Workbench</translation>
    </message>
    <message>
        <source>%1: %2
</source>
        <comment>keys: action</comment>
        <translation>%1: %2
</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Tessera Workbench</source>
        <translation>Über Tessera Workbench</translation>
    </message>
    <message>
        <source>Tessera Workbench %1

One trained neural network teaches another, and people see how.

GPL-3.0-or-later. The digits are by E. Alpaydin and C. Kaynak (1998), UCI Machine Learning Repository, CC BY 4.0.</source>
        <translation>Tessera Workbench %1

Ein trainiertes neuronales Netz lehrt ein anderes, und man sieht, wie.

GPL-3.0-or-later. Die Ziffern stammen von E. Alpaydin und C. Kaynak (1998), UCI Machine Learning Repository, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Runs are not finished. Cancel them and close? What was measured is kept.</source>
        <translation>Es gibt Läufe, die nicht fertig sind. Abbrechen und schließen? Was gemessen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Cancel the runs and close</source>
        <translation>Läufe abbrechen und schließen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Tessera Workbench</source>
        <translation>Ü&amp;ber Tessera Workbench</translation>
    </message>
    <message>
        <source>&amp;New experiment</source>
        <translation>&amp;Neues Experiment</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Save experiment</source>
        <translation>Experiment &amp;speichern</translation>
    </message>
    <message>
        <source>Save experiment &amp;as…</source>
        <translation>Experiment speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Open run s&amp;tore…</source>
        <translation>&amp;Laufspeicher öffnen…</translation>
    </message>
    <message>
        <source>N&amp;ew run store…</source>
        <translation>Neuer Laufspei&amp;cher…</translation>
    </message>
    <message>
        <source>&amp;Copy as command line</source>
        <translation>Als Befehlszeile &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Filter runs</source>
        <translation>Läufe &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>&amp;Cancel the running transfer</source>
        <translation>Laufende Übertragung ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Figure &amp;width</source>
        <translation>B&amp;reite der Abbildungen</translation>
    </message>
    <message>
        <source>%1 inches</source>
        <translation>%1 Zoll</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Andere…</translation>
    </message>
    <message>
        <source>E&amp;xport this view…</source>
        <translation>Diese Ansicht &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <comment>menu</comment>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Keep them running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Trusted signers…</source>
        <translation>&amp;Vertraute Unterzeichner…</translation>
    </message>
    <message>
        <source>&amp;Refuse token files without a seal</source>
        <translation>Tokendateien ohne Siegel &amp;ablehnen</translation>
    </message>
    <message>
        <source>Anybody can take a seal off a file: who expects one should insist on it. Tokens of runs are not sealed, and are shown all the same.</source>
        <translation>Jeder kann ein Siegel von einer Datei nehmen: Wer eines erwartet, sollte darauf bestehen. Token von Läufen sind nicht versiegelt und werden trotzdem gezeigt.</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Memory budget…</source>
        <translation>&amp;Speichergrenze…</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Go on with the next stage (%1)</source>
        <translation>Weiter mit der nächsten Stufe (%1)</translation>
    </message>
    <message>
        <source>The run does not wait now. (%1)</source>
        <comment>keys</comment>
        <translation>Der Lauf wartet jetzt nicht. (%1)</translation>
    </message>
    <message>
        <source>&amp;Teaching mode</source>
        <translation>L&amp;ehrmodus</translation>
    </message>
    <message>
        <source>Teaching mode: runs wait after each stage, and a panel says what the views show</source>
        <translation>Lehrmodus: Läufe warten nach jeder Stufe, und ein Bereich sagt, was die Ansichten zeigen</translation>
    </message>
    <message>
        <source>&amp;Next stage</source>
        <translation>Nä&amp;chste Stufe</translation>
    </message>
    <message>
        <source>Run to the &amp;end</source>
        <translation>Bis zum En&amp;de ausführen</translation>
    </message>
    <message>
        <source>Do not wait after the stages that are left</source>
        <translation>Nach den übrigen Stufen nicht warten</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>Run TorchScript files in a &amp;process of their own</source>
        <translation>TorchScript-Dateien in einem eigenen &amp;Prozess ausführen</translation>
    </message>
    <message>
        <source>A TorchScript file is code. In a process of its own it can crash, or not end, without taking this program with it; starting one takes about a second.</source>
        <translation>Eine TorchScript-Datei ist Code. In einem eigenen Prozess kann sie abstürzen oder kein Ende finden, ohne dieses Programm mitzunehmen; ihn zu starten dauert etwa eine Sekunde.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::MemoryBudgetDialog</name>
    <message>
        <source>Memory budget</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Data files that are read and activations that are recorded take no more memory than this. What needs more is refused, and the message says how much it would take. Networks and what learning needs come on top.</source>
        <translation>Gelesene Datendateien und aufgezeichnete Aktivierungen nehmen nicht mehr Speicher ein als hier angegeben. Was mehr braucht, wird abgelehnt, und die Meldung sagt, wie viel es wäre. Netze und was das Lernen braucht kommen hinzu.</translation>
    </message>
    <message>
        <source>&amp;Automatic: half of this machine&apos;s %1</source>
        <translation>&amp;Automatisch: die Hälfte der %1 dieses Rechners</translation>
    </message>
    <message>
        <source>&amp;Automatic: half of this machine&apos;s memory</source>
        <translation>&amp;Automatisch: die Hälfte des Speichers dieses Rechners</translation>
    </message>
    <message>
        <source>At &amp;most:</source>
        <translation>&amp;Höchstens:</translation>
    </message>
    <message>
        <source>Most memory in gigabytes</source>
        <translation>Höchster Speicher in Gigabyte</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>gigabytes, after a number</comment>
        <translation> GB</translation>
    </message>
    <message>
        <source>It counts for what begins after it was changed.</source>
        <translation>Sie gilt für alles, was nach der Änderung beginnt.</translation>
    </message>
    <message>
        <source>This machine has only %1. With a larger budget the system may swap until nothing moves, or end the program.</source>
        <translation>Dieser Rechner hat nur %1. Mit einer höheren Grenze lagert das System womöglich aus, bis nichts mehr geht, oder beendet das Programm.</translation>
    </message>
    <message>
        <source>This leaves little of this machine&apos;s %1 for networks, for learning and for other programs.</source>
        <translation>Das lässt von den %1 dieses Rechners wenig für Netze, zum Lernen und für andere Programme.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::MessageDialog</name>
    <message>
        <source>Technical text of the message</source>
        <translation>Technischer Text der Meldung</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the message with its technical text.</source>
        <translation>Kopiert die Meldung mit ihrem technischen Text.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ModalDialogs</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Do&amp;n&apos;t save</source>
        <translation>&amp;Nicht speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ModuleTree</name>
    <message>
        <source>Filter modules</source>
        <translation>Module filtern</translation>
    </message>
    <message>
        <source>Filter by name or type</source>
        <translation>Nach Name oder Typ filtern</translation>
    </message>
    <message>
        <source>Modules of the network</source>
        <translation>Module des Netzes</translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkCard</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>%1, from a file</source>
        <translation>%1, aus einer Datei</translation>
    </message>
    <message>
        <source>%1, untrained</source>
        <translation>%1, untrainiert</translation>
    </message>
    <message numerus="yes">
        <source>%1, trained for %n epoch(s)</source>
        <translation>
            <numerusform>%1, %n Epoche trainiert</numerusform>
            <numerusform>%1, %n Epochen trainiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>The tensors look like %1.</source>
        <translation>Die Tensoren sehen aus wie: %1.</translation>
    </message>
    <message>
        <source>Use %1 as the architecture of the tensors</source>
        <translation>Als Architektur der Tensoren verwenden: %1</translation>
    </message>
    <message>
        <source>Use the architecture that fits</source>
        <translation>Passende Architektur verwenden</translation>
    </message>
    <message>
        <source>Change what is set about a network</source>
        <translation>Einstellungen eines Netzes ändern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: being read…</source>
        <translation>%1: wird gelesen…</translation>
    </message>
    <message>
        <source>%1: cannot be used</source>
        <translation>%1: nicht verwendbar</translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkDialog</name>
    <message>
        <source>Inside the source</source>
        <translation>In der Quelle</translation>
    </message>
    <message>
        <source>Inside the receiver</source>
        <translation>Im Empfänger</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Parts of the network</source>
        <translation>Teile des Netzes</translation>
    </message>
    <message>
        <source>Attributes of the network&apos;s modules</source>
        <translation>Attribute der Module des Netzes</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operatoren</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>All modules are frozen, so that nothing would learn. Thaw some of them.</source>
        <translation>Alle Module sind eingefroren, nichts würde lernen. Tauen Sie einige auf.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkFacts</name>
    <message>
        <source>a fresh one, for the data</source>
        <translation>ein neuer, für die Daten</translation>
    </message>
    <message>
        <source>a linear layer at the end</source>
        <translation>eine lineare Schicht am Ende</translation>
    </message>
    <message>
        <source>none was found</source>
        <translation>keiner gefunden</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>the input of the head</source>
        <translation>die Eingabe des Kopfes</translation>
    </message>
    <message>
        <source>Facts about the network</source>
        <translation>Angaben zum Netz</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Nimmt</translation>
    </message>
    <message>
        <source>Tried with</source>
        <translation>Versucht mit</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>%1 per sample, pooled</source>
        <translation>%1 je Beispiel, gemittelt</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %Ln reference sample(s)</source>
        <translation>
            <numerusform>%1 für %Ln Referenzbeispiel</numerusform>
            <numerusform>%1 für %Ln Referenzbeispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 per sample in full</source>
        <translation>%1 je Beispiel, vollständig</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkForm</name>
    <message>
        <source>Look inside…</source>
        <translation>Hineinsehen…</translation>
    </message>
    <message>
        <source>Shows the parts of the network, and what can be set about them.</source>
        <translation>Zeigt die Teile des Netzes und was daran eingestellt werden kann.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>Choose one…</source>
        <translation>Bitte wählen…</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>The architecture, or a file with a trained network.</source>
        <translation>Die Architektur oder eine Datei mit einem trainierten Netz.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>A checkpoint of this program (.safetensors), a TorchScript file (.pt), or the tensors of a network (.pt, .pth, .safetensors) with their architecture.</source>
        <translation>Ein Checkpoint dieses Programms (.safetensors), eine TorchScript-Datei (.pt) oder die Tensoren eines Netzes (.pt, .pth, .safetensors) mit ihrer Architektur.</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>Ein Netz öffnen</translation>
    </message>
    <message>
        <source>Networks (*.pt *.pth *.safetensors)</source>
        <translation>Netze (*.pt *.pth *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Tensors of</source>
        <translation>Tensoren von</translation>
    </message>
    <message>
        <source>The architecture that the tensors of the file belong to.</source>
        <translation>Die Architektur, zu der die Tensoren der Datei gehören.</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>The last layer: that of the file, or a fresh one with an output for each class of the data.</source>
        <translation>Die letzte Schicht: die der Datei oder eine neue mit einem Ausgang je Klasse der Daten.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Width (units)</source>
        <translation>Breite (Einheiten)</translation>
    </message>
    <message>
        <source>Units of each layer; of a ResNet, channels of its first stage.</source>
        <translation>Einheiten je Schicht; bei einem ResNet Kanäle der ersten Stufe.</translation>
    </message>
    <message>
        <source>Depth (layers)</source>
        <translation>Tiefe (Schichten)</translation>
    </message>
    <message>
        <source>Layers, one after another.</source>
        <translation>Schichten, eine nach der anderen.</translation>
    </message>
    <message>
        <source>A ResNet has 6n + 2 layers: three stages of n blocks.</source>
        <translation>Ein ResNet hat 6n + 2 Schichten: drei Stufen zu n Blöcken.</translation>
    </message>
    <message>
        <source>Trained before the transfer</source>
        <translation>Vor der Übertragung trainiert</translation>
    </message>
    <message>
        <source>Otherwise the receiver starts with fresh random weights.</source>
        <translation>Sonst beginnt der Empfänger mit neuen zufälligen Gewichten.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkModel</name>
    <message>
        <source>A tick freezes a module: its parameters do not learn.</source>
        <translation>Ein Haken friert ein Modul ein: Seine Parameter lernen nicht.</translation>
    </message>
    <message>
        <source>Shape of the output of one sample.</source>
        <translation>Form der Ausgabe für ein Beispiel.</translation>
    </message>
    <message>
        <source>Width of what a transfer records of the output, once it is pooled over positions: 4 bytes for each unit.</source>
        <translation>Breite dessen, was eine Übertragung von der Ausgabe aufzeichnet, nach der Mittelung über Positionen: 4 Byte je Einheit.</translation>
    </message>
    <message>
        <source>Of the whole output of one sample, before it is pooled.</source>
        <translation>Der ganzen Ausgabe für ein Beispiel, vor der Mittelung.</translation>
    </message>
    <message>
        <source>(network)</source>
        <translation>(Netz)</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Bytes per sample</source>
        <translation>Bytes je Beispiel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkMoreForm</name>
    <message>
        <source>Position encoding</source>
        <translation>Positionskodierung</translation>
    </message>
    <message>
        <source>How the network is told where in the input something stands.</source>
        <translation>Wie das Netz erfährt, wo in der Eingabe etwas steht.</translation>
    </message>
    <message>
        <source>Learned, but none for tokens</source>
        <translation>Gelernt, bei Tokens keine</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Sinusoidal, fixed</source>
        <translation>Sinusförmig, fest</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>Aufmerksamkeitsköpfe</translation>
    </message>
    <message>
        <source>They must divide the width. Without a number, there is one for each 32 units.</source>
        <translation>Sie müssen die Breite teilen. Ohne Angabe gibt es einen je 32 Einheiten.</translation>
    </message>
    <message>
        <source>by the width</source>
        <translation>nach der Breite</translation>
    </message>
    <message>
        <source>Patch (pixels)</source>
        <translation>Ausschnitt (Pixel)</translation>
    </message>
    <message>
        <source>Side of the squares that an image is cut into. Without a number, it is a quarter of the image&apos;s side.</source>
        <translation>Seite der Quadrate, in die ein Bild zerschnitten wird. Ohne Angabe ein Viertel der Bildseite.</translation>
    </message>
    <message>
        <source>by the image</source>
        <translation>nach dem Bild</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>How the positions become one feature.</source>
        <translation>Wie aus den Positionen ein Merkmal wird.</translation>
    </message>
    <message>
        <source>Mean over positions</source>
        <translation>Mittel über Positionen</translation>
    </message>
    <message>
        <source>Class token</source>
        <translation>Klassentoken</translation>
    </message>
    <message>
        <source>Training epochs</source>
        <translation>Trainingsepochen</translation>
    </message>
    <message>
        <source>Passes over the training samples.</source>
        <translation>Durchgänge über die Trainingsbeispiele.</translation>
    </message>
    <message>
        <source>Training rate</source>
        <translation>Lernrate des Trainings</translation>
    </message>
    <message>
        <source>Learning rate of Adam.</source>
        <translation>Lernrate von Adam.</translation>
    </message>
    <message>
        <source>Training batch</source>
        <translation>Stapel des Trainings</translation>
    </message>
    <message>
        <source>Samples per step.</source>
        <translation>Beispiele je Schritt.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkOptions</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The last layer: that of the file, or a fresh one with an output for each class of the data.</source>
        <translation>Die letzte Schicht: die der Datei oder eine neue mit einem Ausgang je Klasse der Daten.</translation>
    </message>
    <message>
        <source>&amp;Head:</source>
        <translation>&amp;Kopf:</translation>
    </message>
    <message>
        <source>&amp;Use as feature</source>
        <translation>Als Merkmal &amp;verwenden</translation>
    </message>
    <message>
        <source>The output of the module that is chosen in the tree is what the transfer matches. It must be one that is recorded.</source>
        <translation>Die Ausgabe des im Baum gewählten Moduls ist, was die Übertragung angleicht. Sie muss aufgezeichnet werden können.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>The feature is the input of the head again.</source>
        <translation>Das Merkmal ist wieder die Eingabe des Kopfes.</translation>
    </message>
    <message>
        <source>Reset the feature</source>
        <translation>Merkmal zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Thaw all</source>
        <translation>Alle &amp;auftauen</translation>
    </message>
    <message>
        <source>All modules learn. One by one, they are frozen and thawed by the ticks in the tree.</source>
        <translation>Alle Module lernen. Einzeln werden sie mit den Haken im Baum eingefroren und aufgetaut.</translation>
    </message>
    <message>
        <source>Feature: %1</source>
        <translation>Merkmal: %1</translation>
    </message>
    <message>
        <source>the input of the head</source>
        <translation>die Eingabe des Kopfes</translation>
    </message>
    <message>
        <source>Nothing is frozen.</source>
        <translation>Nichts ist eingefroren.</translation>
    </message>
    <message>
        <source>Frozen: %1</source>
        <translation>Eingefroren: %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::NetworkText</name>
    <message>
        <source>network of this program</source>
        <translation>Netz dieses Programms</translation>
    </message>
    <message>
        <source>checkpoint of this program</source>
        <translation>Checkpoint dieses Programms</translation>
    </message>
    <message>
        <source>state dict of PyTorch</source>
        <translation>State-Dict von PyTorch</translation>
    </message>
    <message>
        <source>“%1” holds tensors but not how they are used, and no architecture of this program fits them. Export the network from Python as TorchScript (torch.jit.script or torch.jit.trace).</source>
        <translation>„%1“ enthält Tensoren, aber nicht, wie sie verwendet werden, und keine Architektur dieses Programms passt zu ihnen. Exportieren Sie das Netz aus Python als TorchScript (torch.jit.script oder torch.jit.trace).</translation>
    </message>
    <message>
        <source>“%1” holds tensors but not how they are used. Choose the architecture that they belong to.</source>
        <translation>„%1“ enthält Tensoren, aber nicht, wie sie verwendet werden. Wählen Sie die Architektur, zu der sie gehören.</translation>
    </message>
    <message>
        <source>“%1” will not be run: %2</source>
        <translation>„%1“ wird nicht ausgeführt: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>„%1“ kann nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>The network names %1 classes, but the data have %2. Choose a network or data with as many as the other.</source>
        <translation>Das Netz nennt %1 Klassen, die Daten haben aber %2. Wählen Sie ein Netz oder Daten mit gleich vielen.</translation>
    </message>
    <message>
        <source>The network names %1 classes, but the data have %2. Replace its head, or declare that the classes differ.</source>
        <translation>Das Netz nennt %1 Klassen, die Daten haben aber %2. Ersetzen Sie seinen Kopf, oder geben Sie an, dass die Klassen verschieden sind.</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 Milliarden Parameter</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 Millionen Parameter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameter(s)</source>
        <translation>
            <numerusform>%Ln Parameter</numerusform>
            <numerusform>%Ln Parameter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens, each one of %2</source>
        <translation>%1 Tokens, je eins von %2</translation>
    </message>
    <message>
        <source>%1 rows of %2 numbers</source>
        <translation>%1 Zeilen zu %2 Zahlen</translation>
    </message>
    <message>
        <source>images, %1</source>
        <translation>Bilder, %1</translation>
    </message>
    <message numerus="yes">
        <source>vectors of %Ln number(s)</source>
        <translation>
            <numerusform>Vektoren aus %Ln Zahl</numerusform>
            <numerusform>Vektoren aus %Ln Zahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>width %1</source>
        <translation>Breite %1</translation>
    </message>
    <message>
        <source>depth %1</source>
        <translation>Tiefe %1</translation>
    </message>
    <message>
        <source>sinusoidal positions</source>
        <translation>sinusförmige Positionen</translation>
    </message>
    <message>
        <source>learned positions</source>
        <translation>gelernte Positionen</translation>
    </message>
    <message>
        <source>no positions</source>
        <translation>keine Positionen</translation>
    </message>
    <message numerus="yes">
        <source>patches of %Ln pixel(s)</source>
        <translation>
            <numerusform>Ausschnitte von %Ln Pixel</numerusform>
            <numerusform>Ausschnitte von %Ln Pixeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln head(s)</source>
        <translation>
            <numerusform>%Ln Kopf</numerusform>
            <numerusform>%Ln Köpfe</numerusform>
        </translation>
    </message>
    <message>
        <source>class token</source>
        <translation>Klassentoken</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln Klasse</numerusform>
            <numerusform>%Ln Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>The source is used as it is: a new head knows nothing that it could teach. Keep its head.</source>
        <translation>Die Quelle wird verwendet, wie sie ist: Ein neuer Kopf weiß nichts, was er lehren könnte. Behalten Sie ihren Kopf.</translation>
    </message>
    <message>
        <source>The network takes other inputs (%1) than the data have (%2). Choose a network that was made for these data.</source>
        <translation>Das Netz nimmt andere Eingaben (%1), als die Daten haben (%2). Wählen Sie ein Netz, das für diese Daten gemacht ist.</translation>
    </message>
    <message>
        <source>The last linear layer of a receiver is fitted to the source&apos;s outputs, and this network shows none. Choose another network, or another feature of it.</source>
        <translation>Die letzte lineare Schicht eines Empfängers wird an die Ausgaben der Quelle angepasst, und dieses Netz zeigt keine. Wählen Sie ein anderes Netz oder ein anderes Merkmal.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::NoticeBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Shows the technical text of the message.</source>
        <translation>Zeigt den technischen Text der Meldung.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the message with its technical text.</source>
        <translation>Kopiert die Meldung mit ihrem technischen Text.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Technical text of the message</source>
        <translation>Technischer Text der Meldung</translation>
    </message>
    <message>
        <source>1 of %1</source>
        <translation>1 von %1</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::ui::OperatorList</name>
    <message>
        <source>Operators of the network</source>
        <translation>Operatoren des Netzes</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Verwendungen</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>First use</source>
        <translation>Erste Verwendung</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>All operators are allowed: they compute with tensors and plain values only.</source>
        <translation>Alle Operatoren sind erlaubt: Sie rechnen nur mit Tensoren und einfachen Werten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln operator(s) are refused: they reach outside of the network&apos;s tensors, or are not PyTorch&apos;s own. Export the network without them.</source>
        <translation>
            <numerusform>%Ln Operator wird abgelehnt: Er greift über die Tensoren des Netzes hinaus oder ist nicht von PyTorch. Exportieren Sie das Netz ohne ihn.</numerusform>
            <numerusform>%Ln Operatoren werden abgelehnt: Sie greifen über die Tensoren des Netzes hinaus oder sind nicht von PyTorch. Exportieren Sie das Netz ohne sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::PairPlot</name>
    <message>
        <source>Two groups, pair by pair</source>
        <translation>Zwei Gruppen, Paar für Paar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>measure, group</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>With two groups or more, the runs of two of them are paired here by seed.</source>
        <translation>Bei zwei oder mehr Gruppen werden hier die Läufe von zweien nach Startwert gepaart.</translation>
    </message>
    <message>
        <source>No seed has a run of both groups.</source>
        <translation>Kein Startwert hat einen Lauf beider Gruppen.</translation>
    </message>
    <message>
        <source>Dashed: equal. %1</source>
        <translation>Gestrichelt: gleich. %1</translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <comment>source &gt; receiver</comment>
        <translation>%1 &gt; %2</translation>
    </message>
    <message>
        <source>Seed %1, %2: %3 %4, %5 %6</source>
        <comment>group value, group value</comment>
        <translation>Startwert %1, %2: %3 %4, %5 %6</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <comment>group, finding</comment>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n run(s) of it have no partner.</source>
        <translation>
            <numerusform>%1 %n Lauf davon hat keinen Partner.</numerusform>
            <numerusform>%1 %n Läufe davon haben keinen Partner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pair(s) of runs. %2</source>
        <translation>
            <numerusform>%1 von %n Paar von Läufen. %2</numerusform>
            <numerusform>%1 von %n Paaren von Läufen. %2</numerusform>
        </translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>tessera::ui::PipelineStrip</name>
    <message>
        <source>Stages of the transfer</source>
        <translation>Stufen der Übertragung</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <comment>percent, time</comment>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>No run is open.</source>
        <translation>Kein Lauf ist geöffnet.</translation>
    </message>
    <message>
        <source>%1, %2 in all</source>
        <comment>state, time</comment>
        <translation>%1, insgesamt %2</translation>
    </message>
    <message>
        <source>Waits for you after %1</source>
        <translation>Wartet nach „%1“ auf Sie</translation>
    </message>
</context>
<context>
    <name>tessera::ui::PlotFrame</name>
    <message>
        <source>Values: %1</source>
        <translation>Werte: %1</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>Unter dem Zeiger</translation>
    </message>
    <message>
        <source>Show the values as a table</source>
        <translation>Werte als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Reset the zoom (Home)</source>
        <translation>Zoom zurücksetzen (Pos1)</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Export this plot…</source>
        <translation>Dieses Diagramm exportieren…</translation>
    </message>
</context>
<context>
    <name>tessera::ui::PlotsView</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::PositionNames</name>
    <message>
        <source>position %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>%1 (row %2 of the image)</source>
        <translation>%1 (Zeile %2 des Bildes)</translation>
    </message>
    <message>
        <source>%1 (class token)</source>
        <translation>%1 (Klassentoken)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>pixels</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 (patch in row %2, column %3: pixels %4 across, %5 down)</source>
        <translation>%1 (Ausschnitt in Zeile %2, Spalte %3: Pixel %4 waagerecht, %5 senkrecht)</translation>
    </message>
</context>
<context>
    <name>tessera::ui::QueueModel</name>
    <message>
        <source>%1, about %2 left</source>
        <translation>%1, noch etwa %2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2, %3 done, %4.</source>
        <translation>%1: %2, %3 fertig, %4.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>waiting, seed %1, %n epoch(s)</source>
        <translation>
            <numerusform>wartet, Startwert %1, %n Epoche</numerusform>
            <numerusform>wartet, Startwert %1, %n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for you after %1</source>
        <translation>wartet nach „%1“ auf Sie</translation>
    </message>
    <message numerus="yes">
        <source>waiting, a study of %n run(s)</source>
        <translation>
            <numerusform>wartet, eine Studie mit %n Lauf</numerusform>
            <numerusform>wartet, eine Studie mit %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>run %1 of %2: %3</source>
        <comment>of a study: position, number, stage</comment>
        <translation>Lauf %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>tessera::ui::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Cancel job</source>
        <translation>Auftrag &amp;abbrechen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Jobs that run or wait. Delete cancels one, Alt with an arrow moves it.</source>
        <translation>Aufträge, die laufen oder warten. Entf bricht einen ab, Alt mit einem Pfeil verschiebt ihn.</translation>
    </message>
    <message>
        <source>Runs that wait for their turn will stand here.</source>
        <translation>Hier stehen Läufe, die noch warten.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Cancel “%1”? What was measured until now is kept.</source>
        <translation>„%1“ abbrechen? Was bisher gemessen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Cancel the study</source>
        <translation>Studie abbrechen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ReadingBar</name>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde angehalten.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Reading the network</source>
        <translation>Netz wird gelesen</translation>
    </message>
    <message>
        <source>Stop reading the network</source>
        <translation>Lesen des Netzes anhalten</translation>
    </message>
</context>
<context>
    <name>tessera::ui::ReadingDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::RealEdit</name>
    <message>
        <source>Type a number above 0.</source>
        <translation>Bitte eine Zahl über 0 eingeben.</translation>
    </message>
    <message>
        <source>Type a number that is 0 or more.</source>
        <translation>Bitte eine Zahl ab 0 eingeben.</translation>
    </message>
    <message>
        <source>Type a number above 0 and below 1.</source>
        <translation>Bitte eine Zahl über 0 und unter 1 eingeben.</translation>
    </message>
    <message>
        <source>Type a number from 0 to 1.</source>
        <translation>Geben Sie eine Zahl von 0 bis 1 ein.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::RecordingBar</name>
    <message>
        <source>Recording the sample</source>
        <translation>Beispiel wird aufgezeichnet</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop recording the sample</source>
        <translation>Aufzeichnung des Beispiels anhalten</translation>
    </message>
</context>
<context>
    <name>tessera::ui::RunActions</name>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Stern</translation>
    </message>
    <message>
        <source>Edit &amp;tags…</source>
        <translation>S&amp;tichwörter bearbeiten…</translation>
    </message>
    <message>
        <source>Edit n&amp;ote…</source>
        <translation>N&amp;otiz bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation>&amp;Noch einmal ausführen</translation>
    </message>
    <message>
        <source>&amp;Use this setup</source>
        <translation>Diesen Aufbau &amp;verwenden</translation>
    </message>
    <message>
        <source>Export run as &amp;JSON…</source>
        <translation>Lauf als &amp;JSON exportieren…</translation>
    </message>
    <message>
        <source>E&amp;xport token…</source>
        <translation>Token e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>Ordner &amp;zeigen</translation>
    </message>
    <message>
        <source>Remove &amp;star</source>
        <translation>&amp;Stern entfernen</translation>
    </message>
    <message>
        <source>Add &amp;star</source>
        <translation>&amp;Stern vergeben</translation>
    </message>
    <message>
        <source>Choose a run in the list first.</source>
        <translation>Zuerst einen Lauf in der Liste wählen.</translation>
    </message>
    <message>
        <source>This works on one run at a time.</source>
        <translation>Das geht nur mit einem einzelnen Lauf.</translation>
    </message>
    <message>
        <source>The run store is open for reading only.</source>
        <translation>Der Laufspeicher ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>A run that is going on cannot be deleted; cancel it first.</source>
        <translation>Ein Lauf, der noch läuft, lässt sich nicht löschen; er muss zuerst abgebrochen werden.</translation>
    </message>
    <message>
        <source>The setup of this run was written by another version of the program.</source>
        <translation>Der Aufbau dieses Laufs wurde von einer anderen Version des Programms geschrieben.</translation>
    </message>
    <message>
        <source>This run has no token: only runs that are done have one.</source>
        <translation>Dieser Lauf hat kein Token: Nur fertige Läufe haben eines.</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Add star</source>
        <translation>Stern vergeben</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>Stichwörter bearbeiten</translation>
    </message>
    <message>
        <source>Tags that all these runs have, with commas between them:</source>
        <translation>Stichwörter, die alle diese Läufe haben, durch Kommas getrennt:</translation>
    </message>
    <message>
        <source>Tags, with commas between them:</source>
        <translation>Stichwörter, durch Kommas getrennt:</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Notiz:</translation>
    </message>
    <message>
        <source>The command line is on the clipboard.</source>
        <translation>Die Befehlszeile ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Copy as command &amp;line</source>
        <translation>Als Befehls&amp;zeile kopieren</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>Ver&amp;gleichen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::RunController</name>
    <message>
        <source>Cancel “%1”? What was measured until now is kept.</source>
        <translation>„%1“ abbrechen? Was bisher gemessen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>No run store is open. Open or create one with File, Open store.</source>
        <translation>Kein Laufspeicher ist geöffnet. Unter „Datei“ lässt sich einer öffnen oder anlegen.</translation>
    </message>
    <message>
        <source>The run store can only be read here. Open another one to run experiments.</source>
        <translation>Der Laufspeicher lässt sich hier nur lesen. Um Experimente auszuführen, bitte einen anderen öffnen.</translation>
    </message>
    <message>
        <source>The engine is still being loaded.</source>
        <translation>Das Rechenwerk wird noch geladen.</translation>
    </message>
    <message>
        <source>The engine could not be loaded. Runs can be looked at, but not made.</source>
        <translation>Das Rechenwerk konnte nicht geladen werden. Läufe lassen sich ansehen, aber nicht ausführen.</translation>
    </message>
    <message>
        <source>Mend what the cards above say before running.</source>
        <translation>Vor dem Ausführen bitte beheben, was in den Karten oben steht.</translation>
    </message>
    <message>
        <source>“%1” failed. %2</source>
        <translation>„%1“ ist gescheitert. %2</translation>
    </message>
    <message>
        <source>Transfer finished</source>
        <translation>Übertragung fertig</translation>
    </message>
    <message>
        <source>Transfer failed</source>
        <translation>Übertragung gescheitert</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>The run store is no longer there. Put it back or open another one.</source>
        <translation>Der Laufspeicher ist nicht mehr da. Bitte zurücklegen oder einen anderen öffnen.</translation>
    </message>
    <message>
        <source>Cancel the study</source>
        <translation>Studie abbrechen</translation>
    </message>
    <message>
        <source>Study finished</source>
        <translation>Studie fertig</translation>
    </message>
    <message>
        <source>Study failed</source>
        <translation>Studie gescheitert</translation>
    </message>
</context>
<context>
    <name>tessera::ui::RunExport</name>
    <message>
        <source>Export run as JSON</source>
        <translation>Lauf als JSON exportieren</translation>
    </message>
    <message>
        <source>Run as JSON (*.json)</source>
        <translation>Lauf als JSON (*.json)</translation>
    </message>
    <message>
        <source>Export token</source>
        <translation>Token exportieren</translation>
    </message>
    <message>
        <source>Token (*.tbf)</source>
        <translation>Token (*.tbf)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::RunLibrary</name>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>%n Lauf löschen</numerusform>
            <numerusform>%n Läufe löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::RunsFilter</name>
    <message>
        <source>Shows the runs that contain all these words in their name, networks, data, tags, note or state. Write state:failed for runs in that state, tag:paper for runs with that tag, star for those with a star, and &quot;quotes&quot; around words that belong together.</source>
        <translation>Zeigt die Läufe, die alle diese Wörter in Name, Netzen, Daten, Stichwörtern, Notiz oder Zustand enthalten. state:failed findet Läufe in diesem Zustand, tag:paper Läufe mit diesem Stichwort, star die mit Stern; Wörter, die zusammengehören, stehen in &quot;Anführungszeichen&quot;.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Summary of the selected runs</source>
        <translation>Zusammenfassung der ausgewählten Läufe</translation>
    </message>
    <message>
        <source>Open a run store to see its runs here.</source>
        <translation>Einen Laufspeicher öffnen, um seine Läufe hier zu sehen.</translation>
    </message>
    <message>
        <source>Open a run store…</source>
        <translation>Laufspeicher öffnen…</translation>
    </message>
    <message>
        <source>Run a transfer to see it in this list.</source>
        <translation>Eine Übertragung ausführen, um sie in dieser Liste zu sehen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>No run matches the filter “%1”.</source>
        <translation>Kein Lauf passt zum Filter „%1“.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>tessera::ui::RunsTable</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>The runs of the open store. Space gives a star, F2 renames, Delete deletes.</source>
        <translation>Die Läufe des geöffneten Speichers. Leertaste vergibt einen Stern, F2 benennt um, Entf löscht.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten zu&amp;rücksetzen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SampleFacts</name>
    <message>
        <source>no class</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>class %1 of its own</source>
        <translation>eigene Klasse %1</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>Die Eingabe</translation>
    </message>
    <message>
        <source>This run has kept nothing of this sample.</source>
        <translation>Dieser Lauf hat von diesem Beispiel nichts behalten.</translation>
    </message>
    <message>
        <source>True class: %1</source>
        <translation>Wahre Klasse: %1</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>Vorhergesagt: %1</translation>
    </message>
    <message>
        <source>Input: %1</source>
        <translation>Eingabe: %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SampleInspector</name>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>receiver before the transfer</source>
        <translation>Empfänger vor der Übertragung</translation>
    </message>
    <message>
        <source>receiver after the transfer</source>
        <translation>Empfänger nach der Übertragung</translation>
    </message>
    <message>
        <source>Record what each layer puts out for this sample</source>
        <translation>Aufzeichnen, was jede Schicht für dieses Beispiel ausgibt</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>Choose a run to record what its networks put out.</source>
        <translation>Wählen Sie einen Lauf, um aufzuzeichnen, was seine Netze ausgeben.</translation>
    </message>
    <message>
        <source>The engine is still being loaded.</source>
        <translation>Das Rechenwerk wird noch geladen.</translation>
    </message>
    <message>
        <source>Nothing can be recorded without the engine. %1</source>
        <translation>Ohne das Rechenwerk kann nichts aufgezeichnet werden. %1</translation>
    </message>
    <message>
        <source>This can be recorded as soon as the run has ended.</source>
        <translation>Das kann aufgezeichnet werden, sobald der Lauf beendet ist.</translation>
    </message>
    <message>
        <source>This run is of another version of the program, so that its networks are not known here. Run the experiment again to record them.</source>
        <translation>Dieser Lauf stammt von einer anderen Version des Programms, sodass seine Netze hier nicht bekannt sind. Führen Sie das Experiment erneut aus, um sie aufzuzeichnen.</translation>
    </message>
    <message>
        <source>Choose a layer in the list to record it.</source>
        <translation>Wählen Sie eine Schicht in der Liste, um sie aufzuzeichnen.</translation>
    </message>
    <message>
        <source>The sample is being recorded…</source>
        <translation>Das Beispiel wird aufgezeichnet…</translation>
    </message>
    <message>
        <source>Recording was stopped. Press Record to begin again.</source>
        <translation>Die Aufzeichnung wurde angehalten. Mit „Aufzeichnen“ beginnt sie neu.</translation>
    </message>
    <message>
        <source>This network put out nothing that can be recorded.</source>
        <translation>Dieses Netz gab nichts aus, was aufgezeichnet werden kann.</translation>
    </message>
    <message>
        <source>Press Record to see what each layer of this network puts out for this sample.</source>
        <translation>„Aufzeichnen“ zeigt, was jede Schicht dieses Netzes für dieses Beispiel ausgibt.</translation>
    </message>
    <message>
        <source>Source %1, sample %2</source>
        <translation>Quelle %1, Beispiel %2</translation>
    </message>
    <message>
        <source>Receiver %1 before the transfer, sample %2</source>
        <translation>Empfänger %1 vor der Übertragung, Beispiel %2</translation>
    </message>
    <message>
        <source>Receiver %1 after the transfer, sample %2</source>
        <translation>Empfänger %1 nach der Übertragung, Beispiel %2</translation>
    </message>
    <message>
        <source>The receiver that this run has trained is no longer in its folder. Choose another network, or run the experiment again.</source>
        <translation>Der Empfänger, den dieser Lauf trainiert hat, liegt nicht mehr in seinem Ordner. Wählen Sie ein anderes Netz, oder führen Sie das Experiment erneut aus.</translation>
    </message>
    <message>
        <source>The sample was not recorded. %1</source>
        <translation>Das Beispiel wurde nicht aufgezeichnet. %1</translation>
    </message>
    <message>
        <source>All layers at once put out %1 for one sample, but at most %2 are recorded. Choose a layer in the list to record it by itself.</source>
        <translation>Alle Schichten zusammen geben für ein Beispiel %1 aus, aufgezeichnet werden aber höchstens %2. Wählen Sie eine Schicht in der Liste, um sie einzeln aufzuzeichnen.</translation>
    </message>
    <message>
        <source>This layer alone puts out %1 for one sample, but at most %2 are recorded. Choose another one.</source>
        <translation>Diese Schicht allein gibt für ein Beispiel %1 aus, aufgezeichnet werden aber höchstens %2. Wählen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SampleNotice</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show the technical text of this message</source>
        <translation>Technischen Text dieser Meldung zeigen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SampleStrip</name>
    <message>
        <source>As it is</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Sample %1 of class %2: %3</source>
        <translation>Beispiel %1 der Klasse %2: %3</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SectionModel</name>
    <message>
        <source>header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>Auffüllung</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>seal (HMAC)</source>
        <translation>Siegel (HMAC)</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>%1, no bytes: %2.</source>
        <translation>%1, keine Bytes: %2.</translation>
    </message>
    <message>
        <source>%1, bytes %2 to %3: %4.</source>
        <translation>%1, Bytes %2 bis %3: %4.</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SelectionBar</name>
    <message>
        <source>Choose samples</source>
        <translation>Beispiele wählen</translation>
    </message>
    <message>
        <source>Choose samples by class, by what the networks made of them, or as they were saved</source>
        <translation>Beispiele wählen: nach Klasse, nach den Antworten der Netze oder wie sie gespeichert wurden</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Keep this choice with the run, under a name</source>
        <translation>Diese Auswahl unter einem Namen beim Lauf aufbewahren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Choose no samples</source>
        <translation>Keine Beispiele wählen</translation>
    </message>
    <message>
        <source>No samples are chosen. Click samples in a plot, or drag with Shift.</source>
        <translation>Keine Beispiele sind gewählt. Beispiele in einem Diagramm anklicken oder mit Umschalt ziehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 sample(s) chosen</source>
        <translation>
            <numerusform>%n von %1 Beispielen gewählt</numerusform>
            <numerusform>%n von %1 Beispielen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>The run is not in the list of runs yet: wait a moment.</source>
        <translation>Der Lauf steht noch nicht in der Liste der Läufe: Bitte einen Augenblick warten.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>By prediction</source>
        <translation>Nach Vorhersage</translation>
    </message>
    <message>
        <source>Wrong in the receiver</source>
        <translation>Falsch im Empfänger</translation>
    </message>
    <message>
        <source>Wrong in the source</source>
        <translation>Falsch in der Quelle</translation>
    </message>
    <message>
        <source>Source and receiver differ</source>
        <translation>Quelle und Empfänger verschieden</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>Nach Klasse</translation>
    </message>
    <message>
        <source>Saved with the run</source>
        <translation>Mit dem Lauf gespeichert</translation>
    </message>
    <message>
        <source>Delete a saved choice</source>
        <translation>Gespeicherte Auswahl löschen</translation>
    </message>
    <message>
        <source>Choice %1</source>
        <translation>Auswahl %1</translation>
    </message>
    <message>
        <source>Save the choice of samples</source>
        <translation>Auswahl der Beispiele speichern</translation>
    </message>
    <message>
        <source>Name of the choice:</source>
        <translation>Name der Auswahl:</translation>
    </message>
    <message>
        <source>Save choice of samples</source>
        <translation>Auswahl der Beispiele speichern</translation>
    </message>
    <message>
        <source>Delete choice of samples</source>
        <translation>Auswahl der Beispiele löschen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SessionKeeper</name>
    <message>
        <source>The experiment of the last session cannot be opened.</source>
        <translation>Das Experiment der letzten Sitzung lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Setup shows the changes that were not saved last time.</source>
        <translation>Der Aufbau zeigt die Änderungen, die beim letzten Mal nicht gespeichert wurden.</translation>
    </message>
    <message>
        <source>The run store of the last session is no longer there.</source>
        <translation>Der Laufspeicher der letzten Sitzung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Changes that were not saved last time cannot be read. They were put aside.</source>
        <translation>Änderungen, die letztes Mal nicht gespeichert wurden, sind nicht lesbar. Sie wurden beiseitegelegt.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SetupCard</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More settings: %1</source>
        <translation>Mehr Einstellungen: %1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SetupPanel</name>
    <message>
        <source>Setup cards</source>
        <translation>Karten des Aufbaus</translation>
    </message>
</context>
<context>
    <name>tessera::ui::SpectraPlot</name>
    <message>
        <source>Spectra of layers</source>
        <translation>Spektren der Schichten</translation>
    </message>
    <message>
        <source>layer, in order of execution</source>
        <translation>Schicht, in der Reihenfolge der Ausführung</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>axes that matter (participation ratio)</source>
        <translation>Achsen, die zählen (Participation Ratio)</translation>
    </message>
    <message>
        <source>participation ratio</source>
        <translation>Participation Ratio</translation>
    </message>
    <message>
        <source>axes</source>
        <translation>Achsen</translation>
    </message>
    <message>
        <source>principal axis, by variance</source>
        <translation>Hauptachse, nach Varianz</translation>
    </message>
    <message>
        <source>principal axis</source>
        <translation>Hauptachse</translation>
    </message>
    <message>
        <source>variance (eigenvalue of the covariance)</source>
        <translation>Varianz (Eigenwert der Kovarianz)</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>Source layer</source>
        <translation>Schicht der Quelle</translation>
    </message>
    <message>
        <source>Receiver layer</source>
        <translation>Schicht des Empfängers</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>all layers, the first ones paler</source>
        <translation>alle Schichten, die ersten blasser</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Computing the spectra.</source>
        <translation>Die Spektren werden berechnet.</translation>
    </message>
    <message>
        <source>Run a transfer to see how the layers of both networks spread their variance.</source>
        <translation>Eine Übertragung ausführen, um zu sehen, wie die Schichten beider Netze ihre Varianz verteilen.</translation>
    </message>
    <message>
        <source>The spectra will be here as soon as the transfer has recorded the layers.</source>
        <translation>Hier stehen die Spektren, sobald die Übertragung die Schichten aufgezeichnet hat.</translation>
    </message>
    <message>
        <source>This run kept no layers. Run it again to see their spectra.</source>
        <translation>Dieser Lauf hat keine Schichten behalten. Ein neuer Lauf zeigt ihre Spektren.</translation>
    </message>
    <message>
        <source>Too few samples: there are %1, and a spectrum needs %2.</source>
        <translation>Zu wenige Beispiele: Es gibt %1, und ein Spektrum braucht %2.</translation>
    </message>
    <message>
        <source>There is no engine here that could compute the spectra.</source>
        <translation>Hier gibt es kein Rechenwerk, das die Spektren berechnen könnte.</translation>
    </message>
    <message>
        <source>The spectra will be computed once the engine is loaded.</source>
        <translation>Die Spektren werden berechnet, sobald das Rechenwerk geladen ist.</translation>
    </message>
    <message>
        <source>The chosen layers do not vary from sample to sample, or are not finite: they have no spectrum.</source>
        <translation>Die gewählten Schichten schwanken nicht von Beispiel zu Beispiel oder sind nicht endlich: Sie haben kein Spektrum.</translation>
    </message>
    <message>
        <source>source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>receiver %1</source>
        <translation>Empfänger %1</translation>
    </message>
    <message>
        <source>%1: participation ratio %2 of %3 axes</source>
        <translation>%1: Participation Ratio %2 von %3 Achsen</translation>
    </message>
    <message>
        <source>%1: participation ratio not measured</source>
        <translation>%1: Participation Ratio nicht gemessen</translation>
    </message>
    <message>
        <source>%1, axis %2: variance %3</source>
        <translation>%1, Achse %2: Varianz %3</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>layer, number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Participation ratios of the source: %1.</source>
        <translation>Participation Ratios der Quelle: %1.</translation>
    </message>
    <message>
        <source>Participation ratios of the receiver: %1.</source>
        <translation>Participation Ratios des Empfängers: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Spectra of layers on %n sample(s), the receiver as it is at step %1.</source>
        <translation>
            <numerusform>Spektren der Schichten an %n Beispiel, der Empfänger, wie er bei Schritt %1 ist.</numerusform>
            <numerusform>Spektren der Schichten an %n Beispielen, der Empfänger, wie er bei Schritt %1 ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: largest variance %2 on one of %3 axes.</source>
        <translation>%1: größte Varianz %2 auf einer von %3 Achsen.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StageChip</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Stage %1, %2: %3</source>
        <translation>Stufe %1, %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StateList</name>
    <message>
        <source>Tensors and architectures</source>
        <translation>Tensoren und Architekturen</translation>
    </message>
    <message>
        <source>Use this &amp;architecture</source>
        <translation>Diese &amp;Architektur verwenden</translation>
    </message>
    <message numerus="yes">
        <source>Missing: %Ln tensor(s)</source>
        <translation>
            <numerusform>Fehlend: %Ln Tensor</numerusform>
            <numerusform>Fehlend: %Ln Tensoren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unexpected: %Ln tensor(s)</source>
        <translation>
            <numerusform>Unerwartet: %Ln Tensor</numerusform>
            <numerusform>Unerwartet: %Ln Tensoren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of another shape: %Ln tensor(s)</source>
        <translation>
            <numerusform>Von anderer Form: %Ln Tensor</numerusform>
            <numerusform>Von anderer Form: %Ln Tensoren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The head has %Ln class(es).</source>
        <translation>
            <numerusform>Der Kopf hat %Ln Klasse.</numerusform>
            <numerusform>Der Kopf hat %Ln Klassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no head among the tensors.</source>
        <translation>Unter den Tensoren ist kein Kopf.</translation>
    </message>
    <message>
        <source>The names of all tensors began with “%1”, which was taken off. %2</source>
        <translation>Die Namen aller Tensoren begannen mit „%1“, was entfernt wurde. %2</translation>
    </message>
    <message>
        <source>No architecture of this program fits</source>
        <translation>Keine Architektur dieses Programms passt</translation>
    </message>
    <message>
        <source>Architectures that fit, the best first</source>
        <translation>Passende Architekturen, die beste zuerst</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StatusLine</name>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running or waiting</source>
        <translation>
            <numerusform>%n Auftrag läuft oder wartet</numerusform>
            <numerusform>%n Aufträge laufen oder warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>Warten auf das Rechenwerk…</translation>
    </message>
    <message>
        <source>Loading the engine…</source>
        <translation>Das Rechenwerk wird geladen…</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>Kein Rechenwerk</translation>
    </message>
    <message numerus="yes">
        <source>%1, kernel %2, %n thread(s)</source>
        <translation>
            <numerusform>%1, Kernel %2, %n Thread</numerusform>
            <numerusform>%1, Kernel %2, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>No run store</source>
        <translation>Kein Laufspeicher</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in %1, %2</source>
        <translation>
            <numerusform>%n Lauf in %1, %2</numerusform>
            <numerusform>%n Läufe in %1, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory: up to %1</source>
        <translation>Speicher: bis %1</translation>
    </message>
    <message>
        <source>Data and recordings take at most %1. Tools &gt; Memory budget changes that.</source>
        <translation>Daten und Aufzeichnungen nehmen höchstens %1 ein. Werkzeuge &gt; Speichergrenze ändert das.</translation>
    </message>
    <message>
        <source>Data and recordings take at most %1, half of this machine&apos;s memory. Tools &gt; Memory budget changes that.</source>
        <translation>Daten und Aufzeichnungen nehmen höchstens %1 ein, die Hälfte des Speichers dieses Rechners. Werkzeuge &gt; Speichergrenze ändert das.</translation>
    </message>
    <message>
        <source>The run waits for you after %1.</source>
        <translation>Der Lauf wartet nach „%1“ auf Sie.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudiesView</name>
    <message>
        <source>The study cannot be summed up. %1</source>
        <translation>Die Studie lässt sich nicht zusammenfassen. %1</translation>
    </message>
    <message>
        <source>Recipe of the study</source>
        <translation>Rezept der Studie</translation>
    </message>
    <message>
        <source>Run the study</source>
        <translation>Studie ausführen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Benchmark on %1, quick</source>
        <translation>Benchmark auf %1, schnell</translation>
    </message>
    <message>
        <source>Benchmark on %1, full</source>
        <translation>Benchmark auf %1, vollständig</translation>
    </message>
    <message>
        <source>A small study</source>
        <translation>Eine kleine Studie</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei…</translation>
    </message>
    <message>
        <source>Studies of this store</source>
        <translation>Studien dieses Speichers</translation>
    </message>
    <message>
        <source>Runs that are done are not done again.</source>
        <translation>Fertige Läufe werden nicht noch einmal ausgeführt.</translation>
    </message>
    <message>
        <source>Replace the recipe on this page? Its changes are not saved.</source>
        <translation>Das Rezept auf dieser Seite ersetzen? Seine Änderungen sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source>Studies (*.study.json)</source>
        <translation>Studien (*.study.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The recipe of “%1” cannot be opened. %2</source>
        <translation>Das Rezept von „%1“ lässt sich nicht öffnen. %2</translation>
    </message>
    <message>
        <source>Save the study</source>
        <translation>Studie speichern</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyChart</name>
    <message>
        <source>Accuracy by method</source>
        <translation>Genauigkeit je Methode</translation>
    </message>
    <message>
        <source>Run the study to see the accuracy of its methods here.</source>
        <translation>Die Studie ausführen, um hier die Genauigkeit ihrer Methoden zu sehen.</translation>
    </message>
    <message>
        <source>Accuracy on the test set (%)</source>
        <translation>Genauigkeit auf der Testmenge (%)</translation>
    </message>
    <message>
        <source>Bars: means over the pairs of networks. n = 1 has no interval over seeds.</source>
        <translation>Balken: Mittel über die Paare von Netzen. n = 1 hat kein Intervall über Startwerte.</translation>
    </message>
    <message>
        <source>Bars: means over the pairs of networks; whiskers: 95% t intervals over seeds.</source>
        <translation>Balken: Mittel über die Paare von Netzen; Fehlerbalken: 95-%-t-Intervalle über Startwerte.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, n = %3, %n pair(s)</source>
        <translation>
            <numerusform>%1: %2, n = %3, %n Paar</numerusform>
            <numerusform>%1: %2, n = %3, %n Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, 95% interval %2 to %3</source>
        <translation>%1, 95-%-Intervall %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n run(s) missing</source>
        <translation>
            <numerusform>%1, %n Lauf fehlt</numerusform>
            <numerusform>%1, %n Läufe fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>95% interval, lower end (%)</source>
        <translation>95-%-Intervall, unteres Ende (%)</translation>
    </message>
    <message>
        <source>95% interval, upper end (%)</source>
        <translation>95-%-Intervall, oberes Ende (%)</translation>
    </message>
    <message>
        <source>n (seeds)</source>
        <translation>n (Startwerte)</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>missing runs</source>
        <translation>fehlende Läufe</translation>
    </message>
    <message>
        <source>Intervals are 95% t intervals over seeds, with the pairs as they are.</source>
        <translation>Intervalle sind 95-%-t-Intervalle über Startwerte, mit den Paaren, wie sie sind.</translation>
    </message>
    <message>
        <source>No result yet: %1.</source>
        <comment>methods</comment>
        <translation>Noch kein Ergebnis: %1.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyControl</name>
    <message>
        <source>Mend what the recipe says before running the study.</source>
        <translation>Vor dem Ausführen der Studie beheben, was das Rezept meldet.</translation>
    </message>
    <message>
        <source>A study of this name is running or waiting.</source>
        <translation>Eine Studie dieses Namens läuft oder wartet.</translation>
    </message>
    <message>
        <source>This store has a study “%1” with another recipe. Replace its recipe? Runs that the new one does not ask for stay in the store.</source>
        <translation>Dieser Speicher hat eine Studie „%1“ mit einem anderen Rezept. Soll ihr Rezept ersetzt werden? Läufe, die das neue nicht verlangt, bleiben im Speicher.</translation>
    </message>
    <message>
        <source>Replace the recipe</source>
        <translation>Rezept ersetzen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The study was not started. %1</source>
        <translation>Die Studie wurde nicht gestartet. %1</translation>
    </message>
    <message>
        <source>Cancel the study “%1”? The runs that are done are kept, and the study can go on later.</source>
        <translation>Studie „%1“ abbrechen? Die fertigen Läufe bleiben erhalten, und die Studie kann später weitergehen.</translation>
    </message>
    <message>
        <source>Cancel the study</source>
        <translation>Studie abbrechen</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyDocument</name>
    <message>
        <source>Choose at least one method.</source>
        <translation>Wählen Sie mindestens eine Methode.</translation>
    </message>
    <message>
        <source>Type at least one seed.</source>
        <translation>Geben Sie mindestens einen Startwert ein.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened as a study. %2</source>
        <translation>„%1“ lässt sich nicht als Studie öffnen. %2</translation>
    </message>
    <message>
        <source>The study was not saved. %1</source>
        <translation>Die Studie wurde nicht gespeichert. %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The runs of the study carry it, and its recipe is kept under it beside the store.</source>
        <translation>Die Läufe der Studie tragen ihn, und ihr Rezept wird unter ihm neben dem Speicher aufbewahrt.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Whole numbers and ranges: 1-5, 8. Every seed repeats the whole study; from two seeds on there are intervals.</source>
        <translation>Ganze Zahlen und Bereiche: 1-5, 8. Jeder Startwert wiederholt die ganze Studie; ab zwei Startwerten gibt es Intervalle.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>The sources are the receivers, too</source>
        <translation>Die Quellen sind auch die Empfänger</translation>
    </message>
    <message>
        <source>Skip pairs of the same network</source>
        <translation>Paare aus demselben Netz auslassen</translation>
    </message>
    <message>
        <source>No network teaches its own architecture.</source>
        <translation>Kein Netz lehrt seine eigene Architektur.</translation>
    </message>
    <message>
        <source>Use lists of networks instead</source>
        <translation>Stattdessen Listen von Netzen verwenden</translation>
    </message>
    <message>
        <source>Methods, and their epochs</source>
        <translation>Methoden und ihre Epochen</translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation>Diese weglassen</translation>
    </message>
    <message>
        <source>Controls of mode A</source>
        <translation>Kontrollen von Modus A</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Reference sets</source>
        <translation>Referenzmengen</translation>
    </message>
    <message>
        <source>Numbers of unlabelled inputs for the transfer: 100, 300. Empty: the usual one.</source>
        <translation>Anzahlen von Eingaben ohne Klassen für die Übertragung: 100, 300. Leer: die übliche.</translation>
    </message>
    <message>
        <source>Shifts, and their strengths from 0 to 1</source>
        <translation>Verschiebungen und ihre Stärken von 0 bis 1</translation>
    </message>
    <message>
        <source>The data as they are</source>
        <translation>Die Daten, wie sie sind</translation>
    </message>
    <message>
        <source>Training before the transfer</source>
        <translation>Training vor der Übertragung</translation>
    </message>
    <message>
        <source>Epochs of the sources</source>
        <translation>Epochen der Quellen</translation>
    </message>
    <message>
        <source>The receivers are trained as well</source>
        <translation>Auch die Empfänger werden trainiert</translation>
    </message>
    <message>
        <source>LoRA, adapters and stitching need receivers that have learned.</source>
        <translation>LoRA, Adapter und Stitching brauchen Empfänger, die gelernt haben.</translation>
    </message>
    <message>
        <source>Type one or more numbers of epochs: 1, 3, 10.</source>
        <translation>Geben Sie eine oder mehrere Anzahlen von Epochen ein: 1, 3, 10.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>method: problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Type one or more strengths: 0.25, 0.5.</source>
        <translation>Geben Sie eine oder mehrere Stärken ein: 0.25, 0.5.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>shift: problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Epochs of %1, as in 1, 3, 10</source>
        <translation>Epochen von %1, etwa 1, 3, 10</translation>
    </message>
    <message>
        <source>Strengths of %1, as in 0.25, 0.5</source>
        <translation>Stärken von %1, etwa 0.25, 0.5</translation>
    </message>
    <message numerus="yes">
        <source>The recipe names %n pair(s) of networks itself.</source>
        <translation>
            <numerusform>Das Rezept nennt selbst %n Paar von Netzen.</numerusform>
            <numerusform>Das Rezept nennt selbst %n Paare von Netzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Also in the recipe, with settings of their own: %1.</source>
        <translation>Auch im Rezept, mit eigenen Einstellungen: %1.</translation>
    </message>
    <message>
        <source>%1 samples for the sources, %2 for reference, %3 for validation, %4 for the test</source>
        <translation>%1 Beispiele für die Quellen, %2 als Referenz, %3 zur Validierung, %4 für den Test</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyNetworks</name>
    <message>
        <source>Add a network</source>
        <translation>Netz hinzufügen</translation>
    </message>
    <message>
        <source>Add a network: %1</source>
        <translation>Netz hinzufügen: %1</translation>
    </message>
    <message>
        <source>Width (units)</source>
        <translation>Breite (Einheiten)</translation>
    </message>
    <message>
        <source>Depth (layers)</source>
        <translation>Tiefe (Schichten)</translation>
    </message>
    <message>
        <source>%1, network %2: %3</source>
        <comment>list, number, field</comment>
        <translation>%1, Netz %2: %3</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this network</source>
        <translation>Dieses Netz entfernen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyReports</name>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation>Tabellen speichern</translation>
    </message>
    <message>
        <source>LaTeX (*.tex)</source>
        <translation>LaTeX (*.tex)</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Kennzahlen speichern</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>No program was found that opens the report. It is kept as %1.</source>
        <translation>Es wurde kein Programm gefunden, das den Bericht öffnet. Er liegt unter %1.</translation>
    </message>
    <message>
        <source>The report was not written. %1</source>
        <translation>Der Bericht wurde nicht geschrieben. %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyResults</name>
    <message>
        <source>Compared method</source>
        <translation>Verglichene Methode</translation>
    </message>
    <message>
        <source>The method that all others are compared with</source>
        <translation>Die Methode, mit der alle anderen verglichen werden</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Run the study to see its methods compared here.</source>
        <translation>Die Studie ausführen, um hier ihre Methoden verglichen zu sehen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Progress of the study</source>
        <translation>Fortschritt der Studie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the study</source>
        <translation>Studie abbrechen</translation>
    </message>
    <message>
        <source>Methods by pair</source>
        <translation>Methoden je Paar</translation>
    </message>
    <message>
        <source>A row for each method on each pair of networks. Enter shows its runs in the views.</source>
        <translation>Eine Zeile für jede Methode bei jedem Paar von Netzen. Die Eingabetaste zeigt ihre Läufe in den Ansichten.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Writes the report beside the store and opens it in the browser.</source>
        <translation>Schreibt den Bericht neben den Speicher und öffnet ihn im Browser.</translation>
    </message>
    <message>
        <source>HTML…</source>
        <translation>HTML…</translation>
    </message>
    <message>
        <source>Saves the report as one page.</source>
        <translation>Speichert den Bericht als eine Seite.</translation>
    </message>
    <message>
        <source>LaTeX…</source>
        <translation>LaTeX…</translation>
    </message>
    <message>
        <source>Saves the tables for a paper.</source>
        <translation>Speichert die Tabellen für einen Artikel.</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Saves all figures as numbers.</source>
        <translation>Speichert alle Kennzahlen als Zahlen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>stage, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2 runs done, %3 failed, %4 waiting</source>
        <comment>numbers</comment>
        <translation>%1 von %2 Läufen fertig, %3 gescheitert, %4 warten</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n läuft</numerusform>
            <numerusform>%1, %n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %n run(s) of this study belong to another recipe.</source>
        <translation>
            <numerusform>%1. %n Lauf dieser Studie gehört zu einem anderen Rezept.</numerusform>
            <numerusform>%1. %n Läufe dieser Studie gehören zu einem anderen Rezept.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1, %2, seed %3: %4</source>
        <comment>pair, method, seed, reason</comment>
        <translation>%1, %2, Startwert %3: %4</translation>
    </message>
    <message>
        <source>What can be said about the methods will stand here.</source>
        <translation>Was sich über die Methoden sagen lässt, wird hier stehen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>pair, setting</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Runs that have ended and are in no figure of this study, with the reason.</source>
        <translation>Läufe, die beendet sind und in keine Zahl dieser Studie eingehen, mit dem Grund.</translation>
    </message>
    <message>
        <source>No run has failed, and none is left out.</source>
        <translation>Kein Lauf ist gescheitert, und keiner ist ausgelassen.</translation>
    </message>
    <message>
        <source>Left out (%1)</source>
        <translation>Ausgelassen (%1)</translation>
    </message>
</context>
<context>
    <name>tessera::ui::StudyTableModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>runs done</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n failed</source>
        <translation>
            <numerusform>%1, %n gescheitert</numerusform>
            <numerusform>%1, %n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation>%1, läuft</translation>
    </message>
    <message>
        <source>%1, %2: runs done: %3.</source>
        <comment>pair, method, runs</comment>
        <translation>%1, %2: fertige Läufe: %3.</translation>
    </message>
    <message>
        <source>n = 1, no interval over seeds</source>
        <translation>n = 1, kein Intervall über Startwerte</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>%1 Accuracy %2, before %3, %4.</source>
        <translation>%1 Genauigkeit %2, vorher %3, %4.</translation>
    </message>
    <message>
        <source>%1 Against the receiver before: %2.</source>
        <translation>%1 Gegen den Empfänger vorher: %2.</translation>
    </message>
    <message>
        <source>%1 %2 is, against %3: %4.</source>
        <comment>text, compared method, method, finding</comment>
        <translation>%1 %2 ist, gegen %3: %4.</translation>
    </message>
    <message>
        <source>%1 minus the method of the row, of the same pairs and seeds</source>
        <translation>%1 minus die Methode der Zeile, bei denselben Paaren und Startwerten</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Runs (N)</source>
        <translation>Läufe (N)</translation>
    </message>
    <message>
        <source>Before (%)</source>
        <translation>Vorher (%)</translation>
    </message>
    <message>
        <source>After (%)</source>
        <translation>Nachher (%)</translation>
    </message>
    <message>
        <source>95% interval (%)</source>
        <translation>95-%-Intervall (%)</translation>
    </message>
    <message>
        <source>Change (points)</source>
        <translation>Änderung (Punkte)</translation>
    </message>
    <message>
        <source>95% interval (points)</source>
        <translation>95-%-Intervall (Punkte)</translation>
    </message>
    <message>
        <source>%1 minus this (points)</source>
        <translation>%1 minus diese (Punkte)</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TableSection</name>
    <message>
        <source>Names of the rows</source>
        <translation>Namen der Zeilen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TapList</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TextDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenActions</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Unterschreiben…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen…</translation>
    </message>
    <message>
        <source>Prepare for publication…</source>
        <translation>Für Veröffentlichung vorbereiten…</translation>
    </message>
    <message>
        <source>Export token</source>
        <translation>Token exportieren</translation>
    </message>
    <message>
        <source>%1-signed</source>
        <comment>file name</comment>
        <translation>%1-unterschrieben</translation>
    </message>
    <message>
        <source>Save the signed token</source>
        <translation>Unterschriebenes Token speichern</translation>
    </message>
    <message>
        <source>Save the copy for publication</source>
        <translation>Kopie zur Veröffentlichung speichern</translation>
    </message>
    <message>
        <source>token</source>
        <comment>file name</comment>
        <translation>Token</translation>
    </message>
    <message>
        <source>Save the merged token</source>
        <translation>Zusammengeführtes Token speichern</translation>
    </message>
    <message>
        <source>merged</source>
        <comment>file name</comment>
        <translation>zusammengefuehrt</translation>
    </message>
    <message>
        <source>Token (*.tbf)</source>
        <translation>Token (*.tbf)</translation>
    </message>
    <message>
        <source>Older pair, with a .json beside it (*.safetensors)</source>
        <translation>Älteres Paar, mit einer .json daneben (*.safetensors)</translation>
    </message>
    <message>
        <source>The other file of the pair, %1, exists already. Replace it?</source>
        <translation>Die andere Datei des Paares, %1, gibt es schon. Soll sie ersetzt werden?</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The token was not written. %1</source>
        <translation>Das Token wurde nicht geschrieben. %1</translation>
    </message>
    <message>
        <source>Saved as %1 (%2).</source>
        <translation>Gespeichert als %1 (%2).</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenComparePanel</name>
    <message>
        <source>How far the vectors are apart</source>
        <translation>Wie weit die Vektoren auseinanderliegen</translation>
    </message>
    <message>
        <source>Parts of the comparison</source>
        <translation>Teile des Vergleichs</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>Felder, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>With a run&apos;s token</source>
        <translation>Mit dem Token eines Laufs</translation>
    </message>
    <message>
        <source>With a file…</source>
        <translation>Mit einer Datei…</translation>
    </message>
    <message>
        <source>Compare with a token</source>
        <translation>Mit einem Token vergleichen</translation>
    </message>
    <message>
        <source>Tokens (*.tbf *.safetensors *.json)</source>
        <translation>Token (*.tbf *.safetensors *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A token that can be read can be compared with another one.</source>
        <translation>Ein lesbares Token lässt sich mit einem anderen vergleichen.</translation>
    </message>
    <message>
        <source>Choose a second token to see in which fields the two differ, and how far their vectors are apart.</source>
        <translation>Wählen Sie ein zweites Token, um zu sehen, in welchen Feldern sich die beiden unterscheiden und wie weit ihre Vektoren auseinanderliegen.</translation>
    </message>
    <message>
        <source>The tokens are being compared.</source>
        <translation>Die Token werden verglichen.</translation>
    </message>
    <message>
        <source>“%1” cannot be compared. %2</source>
        <translation>„%1“ lässt sich nicht vergleichen. %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Fields (%1)</source>
        <translation>Felder (%1)</translation>
    </message>
    <message>
        <source>Compared with “%1”.</source>
        <translation>Verglichen mit „%1“.</translation>
    </message>
    <message>
        <source>No field differs.</source>
        <translation>Kein Feld unterscheidet sich.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ.</source>
        <translation>
            <numerusform>%n Feld unterscheidet sich.</numerusform>
            <numerusform>%n Felder unterscheiden sich.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenExportDialog</name>
    <message>
        <source>Export token</source>
        <translation>Token exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>A pair of files is written anew.</source>
        <translation>Ein Paar von Dateien wird neu geschrieben.</translation>
    </message>
    <message>
        <source>A &amp;copy of the file, byte for byte</source>
        <translation>Eine &amp;Kopie der Datei, Byte für Byte</translation>
    </message>
    <message>
        <source>&amp;Written anew</source>
        <translation>&amp;Neu geschrieben</translation>
    </message>
    <message>
        <source>TBF 1.1, one file (.tbf)</source>
        <translation>TBF 1.1, eine Datei (.tbf)</translation>
    </message>
    <message>
        <source>Older pair (.safetensors, .json)</source>
        <translation>Älteres Paar (.safetensors, .json)</translation>
    </message>
    <message>
        <source>float32: every digit</source>
        <translation>float32: jede Stelle</translation>
    </message>
    <message>
        <source>float16: half the size</source>
        <translation>float16: halbe Größe</translation>
    </message>
    <message>
        <source>bfloat16: half the size, wide range</source>
        <translation>bfloat16: halbe Größe, weiter Bereich</translation>
    </message>
    <message>
        <source>int8: a quarter of the size, coarse</source>
        <translation>int8: ein Viertel der Größe, grob</translation>
    </message>
    <message>
        <source>&amp;Seal with a key</source>
        <translation>Mit einem Schlüssel &amp;versiegeln</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Numbers:</source>
        <translation>&amp;Zahlen:</translation>
    </message>
    <message>
        <source>The vector is rounded, and its lineage says so.</source>
        <translation>Der Vektor wird gerundet, und seine Herkunft sagt es.</translation>
    </message>
    <message>
        <source>Signatures no longer fit and are taken out: sign the new file.</source>
        <translation>Unterschriften passen nicht mehr und werden entfernt: Unterschreiben Sie die neue Datei.</translation>
    </message>
    <message>
        <source>The new file has no seal.</source>
        <translation>Die neue Datei hat kein Siegel.</translation>
    </message>
    <message>
        <source>A key of fewer than 16 letters can be guessed.</source>
        <translation>Ein Schlüssel mit weniger als 16 Zeichen lässt sich erraten.</translation>
    </message>
    <message>
        <source>The older pair holds float32 numbers only.</source>
        <translation>Das ältere Paar fasst nur float32-Zahlen.</translation>
    </message>
    <message>
        <source>The older pair has no room for a seal.</source>
        <translation>Das ältere Paar hat keinen Platz für ein Siegel.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenFields</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Meaning of the selected field</source>
        <translation>Bedeutung des gewählten Feldes</translation>
    </message>
    <message>
        <source>Fields of the token</source>
        <translation>Felder des Tokens</translation>
    </message>
    <message>
        <source>&amp;Copy value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Choose a field to read what it means.</source>
        <translation>Wählen Sie ein Feld, um zu lesen, was es bedeutet.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenHeadline</name>
    <message>
        <source>Enter key…</source>
        <translation>Schlüssel eingeben…</translation>
    </message>
    <message>
        <source>Show unverified</source>
        <translation>Ungeprüft zeigen</translation>
    </message>
    <message>
        <source>Trusted signers…</source>
        <translation>Vertraute Unterzeichner…</translation>
    </message>
    <message>
        <source>Show all the same</source>
        <translation>Trotzdem zeigen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenKeyDialog</name>
    <message>
        <source>Key of a seal</source>
        <translation>Schlüssel eines Siegels</translation>
    </message>
    <message>
        <source>“%1” is sealed. With the key that it was sealed with, you can check that nobody has changed it.</source>
        <translation>„%1“ ist versiegelt. Mit dem Schlüssel, mit dem es versiegelt wurde, können Sie prüfen, dass niemand es geändert hat.</translation>
    </message>
    <message>
        <source>Check the seal</source>
        <translation>Siegel prüfen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenKeyField</name>
    <message>
        <source>What the key is</source>
        <translation>Was der Schlüssel ist</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hexadecimal digits</source>
        <translation>Hexadezimalziffern</translation>
    </message>
    <message>
        <source>A file&apos;s bytes</source>
        <translation>Bytes einer Datei</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>Choose the file of the key</source>
        <translation>Datei des Schlüssels wählen</translation>
    </message>
    <message>
        <source>Open the file of the key</source>
        <translation>Datei des Schlüssels öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This file cannot be read, or is empty or too large to be a key: choose another one.</source>
        <translation>Diese Datei lässt sich nicht lesen oder ist leer oder zu groß für einen Schlüssel: Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Choose the file of the key.</source>
        <translation>Wählen Sie die Datei des Schlüssels.</translation>
    </message>
    <message>
        <source>Type the key.</source>
        <translation>Geben Sie den Schlüssel ein.</translation>
    </message>
    <message>
        <source>Hexadecimal digits are 0 to 9 and a to f, two for each byte.</source>
        <translation>Hexadezimalziffern sind 0 bis 9 und a bis f, zwei für jedes Byte.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenMergeDialog</name>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>All tokens count the same.</source>
        <translation>Alle Token zählen gleich viel.</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <source>Each token counts as much as its weight says.</source>
        <translation>Jedes Token zählt so viel, wie sein Gewicht sagt.</translation>
    </message>
    <message>
        <source>Trimmed mean</source>
        <translation>Gestutztes Mittel</translation>
    </message>
    <message>
        <source>In every number, the largest and the smallest are left out.</source>
        <translation>In jeder Zahl werden die größten und die kleinsten ausgelassen.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>In every number the middle one: a few bad tokens cannot move it.</source>
        <translation>In jeder Zahl die mittlere: Wenige schlechte Token können sie nicht verschieben.</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>Robust</translation>
    </message>
    <message>
        <source>The weighted mean of those that lie near the median.</source>
        <translation>Das gewichtete Mittel derer, die nahe am Median liegen.</translation>
    </message>
    <message>
        <source>Merge tokens</source>
        <translation>Token zusammenführen</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen…</translation>
    </message>
    <message>
        <source>The vectors of several tokens become one, number by number. They must come from one hub, or the result means nothing.</source>
        <translation>Die Vektoren mehrerer Token werden einer, Zahl für Zahl. Sie müssen aus einem Hub stammen, sonst bedeutet das Ergebnis nichts.</translation>
    </message>
    <message>
        <source>Add a &amp;run&apos;s token</source>
        <translation>Token eines &amp;Laufs hinzufügen</translation>
    </message>
    <message>
        <source>Add a &amp;file…</source>
        <translation>&amp;Datei hinzufügen…</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Tokens to merge</source>
        <translation>Token zum Zusammenführen</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Left out at each end:</source>
        <translation>An jedem Ende &amp;ausgelassen:</translation>
    </message>
    <message>
        <source>&amp;Scale the result to length 1</source>
        <translation>Ergebnis auf Länge 1 &amp;bringen</translation>
    </message>
    <message>
        <source>R&amp;ule:</source>
        <translation>&amp;Regel:</translation>
    </message>
    <message>
        <source>Add a token</source>
        <translation>Token hinzufügen</translation>
    </message>
    <message>
        <source>Tokens (*.tbf *.safetensors *.json)</source>
        <translation>Token (*.tbf *.safetensors *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” was not added. %2</source>
        <translation>„%1“ wurde nicht hinzugefügt. %2</translation>
    </message>
    <message>
        <source>Add at least two tokens.</source>
        <translation>Fügen Sie mindestens zwei Token hinzu.</translation>
    </message>
    <message>
        <source>Only vectors of one length can be merged: “%1” has another one than “%2”. Remove one of them.</source>
        <translation>Nur Vektoren gleicher Länge lassen sich zusammenführen: „%1“ hat eine andere als „%2“. Entfernen Sie eines davon.</translation>
    </message>
    <message>
        <source>Weights must be 0 or more, and not all 0.</source>
        <translation>Gewichte müssen mindestens 0 und dürfen nicht alle 0 sein.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenPublicationDialog</name>
    <message>
        <source>Prepare for publication</source>
        <translation>Für Veröffentlichung vorbereiten</translation>
    </message>
    <message>
        <source>Beside its vector, this token tells nothing that could be taken out.</source>
        <translation>Außer seinem Vektor verrät dieses Token nichts, was sich entfernen ließe.</translation>
    </message>
    <message>
        <source>Beside its vector, this token tells the following. What is checked is taken out of a copy; the token itself stays as it is.</source>
        <translation>Außer seinem Vektor verrät dieses Token Folgendes. Was angekreuzt ist, wird aus einer Kopie entfernt; das Token selbst bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Signatures do not fit the copy and are taken out too: sign it afterwards.</source>
        <translation>Unterschriften passen nicht zur Kopie und werden mit entfernt: Unterschreiben Sie sie danach.</translation>
    </message>
    <message>
        <source>Write a copy…</source>
        <translation>Kopie schreiben…</translation>
    </message>
    <message>
        <source>What the token tells</source>
        <translation>Was das Token verrät</translation>
    </message>
    <message>
        <source>Check what is to be taken out.</source>
        <translation>Kreuzen Sie an, was entfernt werden soll.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenSignDialog</name>
    <message>
        <source>Sign token</source>
        <translation>Token unterschreiben</translation>
    </message>
    <message>
        <source>A signature says who has made the token, and that nobody has changed it since. Who has your public key in the list of trusted signers can check it.</source>
        <translation>Eine Unterschrift sagt, wer das Token gemacht hat und dass es seitdem niemand geändert hat. Wer Ihren öffentlichen Schlüssel in der Liste vertrauter Unterzeichner hat, kann sie prüfen.</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Unterschreiben…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the file of the private key</source>
        <translation>Datei des privaten Schlüssels wählen</translation>
    </message>
    <message>
        <source>&amp;Make a key…</source>
        <translation>Schlüssel &amp;erzeugen…</translation>
    </message>
    <message>
        <source>Makes a private key, which stays with you, and a public one, to give to others.</source>
        <translation>Erzeugt einen privaten Schlüssel, der bei Ihnen bleibt, und einen öffentlichen zum Weitergeben.</translation>
    </message>
    <message>
        <source>&amp;Also as tessera-core signs</source>
        <translation>Auch so, wie &amp;tessera-core unterschreibt</translation>
    </message>
    <message>
        <source>A second signature that programs built on tessera-core can read; it covers the vector and little else.</source>
        <translation>Eine zweite Unterschrift, die Programme auf Grundlage von tessera-core lesen können; sie umfasst den Vektor und wenig sonst.</translation>
    </message>
    <message>
        <source>Private &amp;key:</source>
        <translation>Privater &amp;Schlüssel:</translation>
    </message>
    <message>
        <source>&amp;Name of the signer:</source>
        <translation>&amp;Name des Unterzeichners:</translation>
    </message>
    <message>
        <source>Open a private key</source>
        <translation>Privaten Schlüssel öffnen</translation>
    </message>
    <message>
        <source>Keys (*.pem)</source>
        <translation>Schlüssel (*.pem)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Make a private key</source>
        <translation>Privaten Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>No key was made: there is a file of this name already, or the folder cannot be written to.</source>
        <translation>Es wurde kein Schlüssel erzeugt: Eine Datei dieses Namens gibt es schon, oder in den Ordner lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Made. Keep %1 to yourself, and give %2 to those who shall trust you. Its fingerprint: %3</source>
        <translation>Erzeugt. Behalten Sie %1 für sich und geben Sie %2 denen, die Ihnen vertrauen sollen. Der Fingerabdruck: %3</translation>
    </message>
    <message>
        <source>Fingerprint of the key: %1</source>
        <translation>Fingerabdruck des Schlüssels: %1</translation>
    </message>
    <message>
        <source>Choose your private key, or make one.</source>
        <translation>Wählen Sie Ihren privaten Schlüssel, oder erzeugen Sie einen.</translation>
    </message>
    <message>
        <source>The key is being read.</source>
        <translation>Der Schlüssel wird gelesen.</translation>
    </message>
    <message>
        <source>Type the name under which others know you.</source>
        <translation>Geben Sie den Namen ein, unter dem andere Sie kennen.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenSignersDialog</name>
    <message>
        <source>Trusted signers</source>
        <translation>Vertraute Unterzeichner</translation>
    </message>
    <message>
        <source>Only keys in this list are trusted, each under one name: a key inside a token proves nothing. Add the public key that somebody gave you, and compare its fingerprint with them.</source>
        <translation>Nur Schlüsseln in dieser Liste wird vertraut, jedem unter einem Namen: Ein Schlüssel in einem Token beweist nichts. Fügen Sie den öffentlichen Schlüssel hinzu, den Ihnen jemand gab, und vergleichen Sie mit ihm den Fingerabdruck.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>&amp;Add a key…</source>
        <translation>Schlüssel &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>&amp;Widerrufen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add a public key</source>
        <translation>Öffentlichen Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Keys (*.pem)</source>
        <translation>Schlüssel (*.pem)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Whose key is this? Its fingerprint is %1: trust it only if its owner tells you the same. Name, as in their signatures:</source>
        <translation>Wem gehört dieser Schlüssel? Sein Fingerabdruck ist %1: Vertrauen Sie ihm nur, wenn sein Besitzer Ihnen denselben nennt. Name, wie in dessen Unterschriften:</translation>
    </message>
    <message>
        <source>A key without a name cannot be trusted: add it again, with the name of its owner.</source>
        <translation>Einem Schlüssel ohne Namen kann nicht vertraut werden: Fügen Sie ihn mit dem Namen seines Besitzers noch einmal hinzu.</translation>
    </message>
    <message>
        <source>Revoke the key of %1? Tokens signed with it are no longer trusted, and it cannot be trusted again.</source>
        <translation>Den Schlüssel von %1 widerrufen? Token, die mit ihm unterschrieben sind, wird dann nicht mehr vertraut, und ihm kann nicht wieder vertraut werden.</translation>
    </message>
    <message>
        <source>Revoke the key</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Keep trusting it</source>
        <translation>Weiter vertrauen</translation>
    </message>
    <message>
        <source>This name or key is in the list already; a key that was revoked cannot come back.</source>
        <translation>Dieser Name oder Schlüssel steht schon in der Liste; ein widerrufener Schlüssel kann nicht zurückkommen.</translation>
    </message>
    <message>
        <source>The list was not changed. %1</source>
        <translation>Die Liste wurde nicht geändert. %1</translation>
    </message>
    <message>
        <source>The list of trusted signers cannot be read, so no key is trusted. %1</source>
        <translation>Die Liste der vertrauten Unterzeichner ist nicht lesbar, daher wird keinem Schlüssel vertraut. %1</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>A revoked key stays in the list, so that it cannot come back.</source>
        <translation>Ein widerrufener Schlüssel bleibt in der Liste, damit er nicht zurückkommen kann.</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>Fingerabdruck: %1</translation>
    </message>
    <message>
        <source>Nobody is trusted yet.</source>
        <translation>Noch wird niemandem vertraut.</translation>
    </message>
    <message>
        <source>Choose a signer to see the whole fingerprint.</source>
        <translation>Wählen Sie einen Unterzeichner, um den ganzen Fingerabdruck zu sehen.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TokenView</name>
    <message>
        <source>Run a transfer to see its token.</source>
        <translation>Eine Übertragung ausführen, um ihr Token zu sehen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>This run has no token: only runs that are done have one.</source>
        <translation>Dieser Lauf hat kein Token: Nur fertige Läufe haben eines.</translation>
    </message>
    <message>
        <source>The token will be here when the run is done.</source>
        <translation>Hier steht das Token, wenn der Lauf fertig ist.</translation>
    </message>
    <message>
        <source>The token is being read.</source>
        <translation>Das Token wird gelesen.</translation>
    </message>
    <message>
        <source>This token cannot be shown.</source>
        <translation>Dieses Token lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Open token</source>
        <translation>Token öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Parts of the token</source>
        <translation>Teile des Tokens</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Trusted signers…</source>
        <translation>Vertraute Unterzeichner…</translation>
    </message>
    <message>
        <source>Tokens (*.tbf *.safetensors *.json)</source>
        <translation>Token (*.tbf *.safetensors *.json)</translation>
    </message>
</context>
<context>
    <name>tessera::ui::TransferCard</name>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>How knowledge moves.</source>
        <translation>Wie das Wissen übergeht.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Passes over the reference samples. 0 fits the readout only.</source>
        <translation>Durchgänge durch die Referenzbeispiele. 0 passt nur die Ausleseschicht an.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate of Adam.</source>
        <translation>Lernrate von Adam.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same numbers.</source>
        <translation>Derselbe Startwert ergibt dieselben Zahlen.</translation>
    </message>
    <message>
        <source>Batch (samples)</source>
        <translation>Batch (Beispiele)</translation>
    </message>
    <message>
        <source>Reference samples per step.</source>
        <translation>Referenzbeispiele je Schritt.</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>How the shared space is made.</source>
        <translation>Wie der gemeinsame Raum entsteht.</translation>
    </message>
    <message>
        <source>Hub dimensions</source>
        <translation>Dimensionen des Hubs</translation>
    </message>
    <message>
        <source>Axes of the shared space.</source>
        <translation>Achsen des gemeinsamen Raums.</translation>
    </message>
    <message>
        <source>Activation weight</source>
        <translation>Gewicht der Aktivierung</translation>
    </message>
    <message>
        <source>Share of the loss that pulls features to the source&apos;s.</source>
        <translation>Anteil des Verlusts, der die Merkmale zu denen der Quelle zieht.</translation>
    </message>
    <message>
        <source>Behaviour weight</source>
        <translation>Gewicht des Verhaltens</translation>
    </message>
    <message>
        <source>Share of the loss that pulls outputs to the source&apos;s.</source>
        <translation>Anteil des Verlusts, der die Ausgaben zu denen der Quelle zieht.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Softens the outputs that are compared.</source>
        <translation>Glättet die verglichenen Ausgaben.</translation>
    </message>
    <message>
        <source>Readout ridge</source>
        <translation>Ridge der Ausleseschicht</translation>
    </message>
    <message>
        <source>Regularises the readout, as a fraction of the mean eigenvalue.</source>
        <translation>Regularisiert die Ausleseschicht, als Bruchteil des mittleren Eigenwerts.</translation>
    </message>
    <message>
        <source>Private token</source>
        <translation>Privates Token</translation>
    </message>
    <message>
        <source>Adds noise to the token&apos;s vector, for differential privacy.</source>
        <translation>Fügt dem Vektor des Tokens Rauschen hinzu, für Differential Privacy.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Smaller is more private.</source>
        <translation>Kleiner ist privater.</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Probability that the promise fails.</source>
        <translation>Wahrscheinlichkeit, dass die Zusage nicht gilt.</translation>
    </message>
    <message>
        <source>Clip (norm)</source>
        <translation>Kappung (Norm)</translation>
    </message>
    <message>
        <source>Longer vectors are shortened to this norm.</source>
        <translation>Längere Vektoren werden auf diese Norm gekürzt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The name of the run in the list.</source>
        <translation>Der Name des Laufs in der Liste.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>One thread gives the same numbers bit for bit on this machine.</source>
        <translation>Mit einem Thread sind die Zahlen auf diesem Rechner Bit für Bit dieselben.</translation>
    </message>
    <message>
        <source>all cores</source>
        <translation>alle Kerne</translation>
    </message>
    <message>
        <source>Control: %1</source>
        <translation>Kontrolle: %1</translation>
    </message>
    <message>
        <source>Mode %1, %2 hub, epsilon %3</source>
        <translation>Modus %1, Hub: %2, Epsilon %3</translation>
    </message>
    <message>
        <source>Mode %1, %2 hub, no privacy</source>
        <translation>Modus %1, Hub: %2, kein Datenschutz</translation>
    </message>
    <message>
        <source>What suits the mode</source>
        <translation>Was zum Modus passt</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Ein Zyklus</translation>
    </message>
    <message>
        <source>Rate over the steps</source>
        <translation>Lernrate über die Schritte</translation>
    </message>
    <message>
        <source>Whether the learning rate stays, or rises and then falls.</source>
        <translation>Ob die Lernrate bleibt oder erst steigt und dann fällt.</translation>
    </message>
    <message>
        <source>Whitening (0 to 1)</source>
        <translation>Weißung (0 bis 1)</translation>
    </message>
    <message>
        <source>0 keeps the variances of the source&apos;s axes, 1 makes them equal.</source>
        <translation>0 behält die Varianzen der Achsen der Quelle, 1 macht sie gleich.</translation>
    </message>
    <message>
        <source>Fit anew before each epoch</source>
        <translation>Vor jeder Epoche neu anpassen</translation>
    </message>
    <message>
        <source>Aligns the receiver to the hub again, as it has become.</source>
        <translation>Richtet den Empfänger, wie er geworden ist, wieder am Hub aus.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::UndoHistory</name>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>tessera::ui::UnitPlot</name>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>share at rest</source>
        <translation>Anteil in Ruhe</translation>
    </message>
    <message>
        <source>share saturated</source>
        <translation>Anteil in Sättigung</translation>
    </message>
    <message>
        <source>At rest: at most 0 in a layer without negative values; a unit whose value is always the same rests always. Saturated: within 5% of an end, in a layer that is bounded at both ends.</source>
        <translation>In Ruhe: höchstens 0 in einer Schicht ohne negative Werte; eine Einheit, deren Wert immer gleich ist, ruht immer. Gesättigt: höchstens 5 % von einem Ende entfernt, in einer Schicht, die an beiden Enden begrenzt ist.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>as in the layer</source>
        <translation>wie in der Schicht</translation>
    </message>
    <message>
        <source>from high to low</source>
        <translation>von hoch nach niedrig</translation>
    </message>
    <message>
        <source>unit, from high to low</source>
        <translation>Einheit, von hoch nach niedrig</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>dead: always the same</source>
        <translation>tot: immer gleich</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>gesättigt</translation>
    </message>
    <message>
        <source>Ringed: units that answer a chosen sample among their strongest %1.</source>
        <translation>Umringt: Einheiten, bei denen ein gewähltes Beispiel zu den stärksten %1 gehört.</translation>
    </message>
    <message>
        <source>Source  %1 - %2</source>
        <translation>Quelle  %1 - %2</translation>
    </message>
    <message>
        <source>Receiver  %1 - %2</source>
        <translation>Empfänger  %1 - %2</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s); one sample does not tell which are dead.</source>
        <translation>
            <numerusform>%n Einheit; ein einziges Beispiel sagt nicht, ob sie tot ist.</numerusform>
            <numerusform>%n Einheiten; ein einziges Beispiel sagt nicht, welche tot sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n unit(s) dead; the layer has no ends to saturate at.</source>
        <translation>
            <numerusform>%1 von %n Einheit tot; die Schicht hat keine Enden, an denen sie sättigen könnte.</numerusform>
            <numerusform>%1 von %n Einheiten tot; die Schicht hat keine Enden, an denen sie sättigen könnten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n unit(s) dead, %2 saturated.</source>
        <translation>
            <numerusform>%1 von %n Einheit tot, %2 gesättigt.</numerusform>
            <numerusform>%1 von %n Einheiten tot, %2 gesättigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>mean activation</source>
        <translation>mittlere Aktivierung</translation>
    </message>
    <message>
        <source>variance of the activation</source>
        <translation>Varianz der Aktivierung</translation>
    </message>
    <message>
        <source>samples at rest (%)</source>
        <translation>Beispiele in Ruhe (%)</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>saturated samples (%)</source>
        <translation>Beispiele in Sättigung (%)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two samples</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>source unit %1</source>
        <translation>Einheit %1 der Quelle</translation>
    </message>
    <message>
        <source>receiver unit %1</source>
        <translation>Einheit %1 des Empfängers</translation>
    </message>
    <message>
        <source>%1: no activation is finite</source>
        <translation>%1: Keine Aktivierung ist endlich</translation>
    </message>
    <message>
        <source>%1: mean %2, variance %3, from %4 to %5</source>
        <translation>%1: Mittelwert %2, Varianz %3, von %4 bis %5</translation>
    </message>
    <message>
        <source>at rest %1</source>
        <translation>in Ruhe %1</translation>
    </message>
    <message>
        <source>saturated %1</source>
        <translation>gesättigt %1</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>strongest for sample %1</source>
        <translation>am stärksten für Beispiel %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of what is said of a unit</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>The figures of the units are being computed.</source>
        <translation>Die Kennzahlen der Einheiten werden berechnet.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>network and sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 activations are missing, since they are not finite.</source>
        <translation>%1: %2 Aktivierungen fehlen, da sie nicht endlich sind.</translation>
    </message>
    <message numerus="yes">
        <source>%1, over %n sample(s).</source>
        <translation>
            <numerusform>%1, über %n Beispiel.</numerusform>
            <numerusform>%1, über %n Beispiele.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown: %1.</source>
        <translation>Gezeigt: %1.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>least</source>
        <translation>kleinste</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>größte</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>at rest (%)</source>
        <translation>in Ruhe (%)</translation>
    </message>
    <message>
        <source>saturated (%)</source>
        <translation>gesättigt (%)</translation>
    </message>
    <message>
        <source>strongest samples</source>
        <translation>stärkste Beispiele</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>The figures of the units could not be computed. %1</source>
        <translation>Die Kennzahlen der Einheiten konnten nicht berechnet werden. %1</translation>
    </message>
    <message>
        <source>The figures of the units will be computed as soon as the engine is there.</source>
        <translation>Die Kennzahlen der Einheiten werden berechnet, sobald das Rechenwerk da ist.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::VectorDifferencePlot</name>
    <message>
        <source>dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>%1 minus %2</source>
        <translation>%1 minus %2</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Choose a second token to see where the two differ.</source>
        <translation>Wählen Sie ein zweites Token, um zu sehen, wo sich die beiden unterscheiden.</translation>
    </message>
    <message>
        <source>The vectors of these tokens are empty.</source>
        <translation>Die Vektoren dieser Token sind leer.</translation>
    </message>
    <message>
        <source>There is no difference by dimension: one vector has %1 numbers, the other one %2.</source>
        <translation>Einen Unterschied je Dimension gibt es nicht: Der eine Vektor hat %1 Zahlen, der andere %2.</translation>
    </message>
    <message>
        <source>dimension %1: %2 (%3)</source>
        <comment>dimension, difference, both values</comment>
        <translation>Dimension %1: %2 (%3)</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>dimensions %1 to %2: from %3 to %4</source>
        <translation>Dimensionen %1 bis %2: von %3 bis %4</translation>
    </message>
    <message>
        <source>%1 is greater</source>
        <translation>%1 ist größer</translation>
    </message>
    <message>
        <source>No difference could be measured.</source>
        <translation>Kein Unterschied ließ sich messen.</translation>
    </message>
    <message>
        <source>The vectors are the same in every measured dimension.</source>
        <translation>Die Vektoren sind in jeder gemessenen Dimension gleich.</translation>
    </message>
    <message>
        <source>%1 of %2 dimensions differ; the largest difference is %3, in dimension %4.</source>
        <translation>%1 von %2 Dimensionen unterscheiden sich; der größte Unterschied ist %3, in Dimension %4.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>tessera::ui::VectorHistogramPlot</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>dimensions with such a value</source>
        <translation>Dimensionen mit einem solchen Wert</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message numerus="yes">
        <source>%n dimension(s)</source>
        <translation>
            <numerusform>%n Dimension</numerusform>
            <numerusform>%n Dimensionen</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1 to under %2: %3</source>
        <comment>values of a bin, then how many there are</comment>
        <translation>von %1 bis unter %2: %3</translation>
    </message>
    <message>
        <source>The fullest of %1 bins goes from %2 to under %3 and holds %4.</source>
        <translation>Die vollste von %1 Klassen reicht von %2 bis unter %3 und enthält %4.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to under</source>
        <translation>bis unter</translation>
    </message>
    <message>
        <source>dimensions, %1</source>
        <translation>Dimensionen, %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::VectorMagnitudesPlot</name>
    <message>
        <source>Sorted magnitudes</source>
        <translation>Sortierte Beträge</translation>
    </message>
    <message>
        <source>rank, largest first</source>
        <translation>Rang, größter zuerst</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>magnitude (logarithmic)</source>
        <translation>Betrag (logarithmisch)</translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>All numbers are 0, which a logarithmic axis does not have.</source>
        <translation>Alle Zahlen sind 0, was eine logarithmische Achse nicht hat.</translation>
    </message>
    <message>
        <source>rank %1 of %2: %3</source>
        <translation>Rang %1 von %2: %3</translation>
    </message>
    <message>
        <source>Zeros, which have no place on this axis, %1: %2.</source>
        <translation>Nullen, die auf dieser Achse keinen Platz haben, %1: %2.</translation>
    </message>
    <message>
        <source>Zeros, which have no place on this axis: %1.</source>
        <translation>Nullen, die auf dieser Achse keinen Platz haben: %1.</translation>
    </message>
    <message>
        <source>Magnitudes fall from %1 by way of %2 in the middle to %3.</source>
        <translation>Die Beträge fallen von %1 über %2 in der Mitte auf %3.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>magnitude, %1</source>
        <translation>Betrag, %1</translation>
    </message>
</context>
<context>
    <name>tessera::ui::VectorPlot</name>
    <message>
        <source>Open a token to see its numbers here.</source>
        <translation>Öffnen Sie ein Token, um hier seine Zahlen zu sehen.</translation>
    </message>
    <message>
        <source>The vector of this token is empty.</source>
        <translation>Der Vektor dieses Tokens ist leer.</translation>
    </message>
    <message>
        <source>No number of this vector is finite.</source>
        <translation>Keine Zahl dieses Vektors ist endlich.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n Zahl</numerusform>
            <numerusform>%n Zahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3, mean %4, standard deviation %5, Euclidean length %6.</source>
        <translation>%1 von %2 bis %3, Mittelwert %4, Standardabweichung %5, euklidische Länge %6.</translation>
    </message>
    <message>
        <source>%1 undefined, %2 infinite</source>
        <translation>%1 undefiniert, %2 unendlich</translation>
    </message>
    <message>
        <source>Not finite: %1.</source>
        <translation>Nicht endlich: %1.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two values</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>undefined (NaN)</source>
        <translation>undefiniert (NaN)</translation>
    </message>
    <message>
        <source>infinite (%1)</source>
        <translation>unendlich (%1)</translation>
    </message>
</context>
<context>
    <name>tessera::ui::VectorPlots</name>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>Numbers of the vector</source>
        <translation>Zahlen des Vektors</translation>
    </message>
    <message>
        <source>Open a token to see its numbers here.</source>
        <translation>Öffnen Sie ein Token, um hier seine Zahlen zu sehen.</translation>
    </message>
    <message>
        <source>The vectors of these tokens are empty.</source>
        <translation>Die Vektoren dieser Token sind leer.</translation>
    </message>
    <message>
        <source>The vector of this token is empty.</source>
        <translation>Der Vektor dieses Tokens ist leer.</translation>
    </message>
</context>
<context>
    <name>tessera::ui::VectorStripPlot</name>
    <message>
        <source>dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>dimension %1: %2</source>
        <translation>Dimension %1: %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>value and dimension</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>strongest of the dimensions %1 to %2: %3</source>
        <translation>stärkste der Dimensionen %1 bis %2: %3</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>nicht endlich</translation>
    </message>
    <message>
        <source>The strongest is %1, in dimension %2.</source>
        <translation>Die stärkste ist %1, in Dimension %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Values in order</source>
        <translation>Werte der Reihe nach</translation>
    </message>
</context>
</TS>
