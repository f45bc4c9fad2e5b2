<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>%n Frage. Sie haben so viel Zeit, wie Sie möchten.</numerusform>
            <numerusform>%n Fragen. Sie haben so viel Zeit, wie Sie möchten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} von {total}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation>Jemand hilft mir</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>Wer antwortet jetzt?</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>Bisher: {who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>Ich kann den Bildschirm nicht gut sehen</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>Das Tippen fällt mir schwer</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>Das Lesen fällt mir schwer</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>Ich kann diese Sprache nicht gut</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>Es ist mir so lieber</translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation>Ich bin müde oder fühle mich nicht wohl</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>Ich bin kein Tablet gewohnt</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Ein anderer Grund</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>Wofür ist die Hilfe?</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>Ich antworte allein</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>Jemand liest mir die Fragen vor, und ich tippe</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>Ich sage meine Antworten, und jemand tippt</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>Jemand dolmetscht für mich</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>Das Personal fragt mich und tippt</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>Antwort löschen</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}. {state}. Frage: {question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>Möglichkeit {place} von {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eins mehr</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>Keine Zahl eingegeben</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>Eingegeben: {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>Ist das Ihr Studiencode?</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>Termin: {visit}. Sprache: {language}.</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>Bitte vergleichen Sie den Code mit dem, den die Pflegekraft Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>Ja, das ist mein Code</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>Nein, oder ich bin nicht sicher</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>Bitte geben Sie Ihre Studien-PIN ein</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>Wenn Sie sie nicht mehr wissen, bitten Sie die Pflegekraft um eine neue.</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>Bitte geben Sie Ihre Studien-PIN noch einmal ein</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>Das war eine andere Zahl. Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>Bitte geben Sie dieselbe PIN noch einmal ein</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>Damit es die ist, die Sie gemeint haben.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>{least} bis {most} Ziffern. Sie brauchen sie bei jedem Besuch.</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>Die beiden waren nicht gleich. Bitte wählen Sie noch einmal: {least} bis {most} Ziffern.</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>Bitte wählen Sie eine Studien-PIN</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>{count} Ziffern eingegeben</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>Ziffern zeigen</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>Ziffern verbergen</translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>Die Studien-PIN passte nicht. Die Pflegekraft kann Sie eine neue wählen lassen.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Es ist nichts verloren.</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>Ihre Antworten werden nicht sofort gelesen. Wenn es Ihnen jetzt nicht gut geht, sagen Sie es bitte der Pflegekraft.</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>Zuerst eine kurze Übung</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>Sie können ausprobieren, wie das Tablet funktioniert. Was Sie in der Übung antippen, wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>Übung beginnen</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>Die Übung ist zu Ende</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>Jetzt beginnen die richtigen Fragen. Ihre Antworten werden gespeichert.</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>Zu den Fragen</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Noch einmal üben</translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation>eine Antwort wählen</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>eine Antwort ändern: eine andere antippen</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>zur Frage davor zurückgehen</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>eine Frage auslassen: ohne Antwort auf Weiter tippen</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>Das können Sie auch ausprobieren</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>In der Übung ausprobieren</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>Frage {number} ist noch ohne Antwort.</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>Sie können sie beantworten oder ohne Antwort weitergehen. Beides ist in Ordnung.</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>Zurück zur Frage</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>Ohne Antwort weiter</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>Sie können antworten oder sagen, dass Sie es lieber nicht möchten. Beides ist in Ordnung.</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Ich möchte lieber nicht antworten</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>Die nächsten Fragen</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Frage {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>Fragen {first} bis {last}</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>Machen Sie eine Pause</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>Alles, was Sie beantwortet haben, ist sicher gespeichert. Es eilt nicht.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>Hier aufhören und das Tablet zurückgeben</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>Möchten Sie hier aufhören?</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>Ihre bisherigen Antworten bleiben erhalten. Die Pflegekraft kann Sie später an derselben Stelle weitermachen lassen.</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>Nein, weiter mit den Fragen</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>Ja, hier aufhören</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>Möchten Sie sagen, warum?</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>Ich möchte keine weiteren Fragen beantworten</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>Ich habe jetzt keine Zeit</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>Die Sprache fällt mir schwer</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>Das Tablet funktioniert nicht gut</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Das möchte ich nicht sagen</translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation>Dieses Tablet ist gesperrt</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>Bitte geben Sie es dem Personal.</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>Für das Personal: auf Personal tippen, dann anmelden.</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>Tippen Sie die Antwort an, die am besten passt. Zum Ändern tippen Sie eine andere an. Tippen Sie dann auf Weiter.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>Sie dürfen eine Frage auslassen: Tippen Sie ohne Antwort auf Weiter.</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>Mit den Tasten oben können Sie die Schrift vergrößern und die Farben ändern.</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>Die Pflegekraft hilft Ihnen gern mit dem Tablet. Die Antworten sollen Ihre eigenen sein.</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>Bitte rufen Sie die Pflegekraft</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>Das Tablet konnte den letzten Schritt nicht speichern. Was Sie vorher beantwortet haben, ist sicher.</translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>Dieses Tablet wird hier nicht mehr benutzt. Was Sie vorher beantwortet haben, ist sicher. Bitte geben Sie es zurück; die Pflegekraft hat ein anderes für Sie.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>Für die Pflegekraft: {code}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>Für die Pflegekraft: Ihre Antworten sind unter {proof} gespeichert.</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>Sie sind am Ende der Fragen angekommen.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Vielen Dank</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>Bitte geben Sie das Tablet zurück</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>Übung. Nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>Tippen Sie unten auf Weiter, um die erste Übungsfrage zu sehen.</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>Ohne Tee</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>Mit schwachem Tee</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>Mit starkem Tee</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>Mit Kaffee</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>Sehr kalt</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>Sehr heiß</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Gang</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>Wie möchten Sie einen Morgen beginnen? Tippen Sie eine Zeile an. Zum Ändern tippen Sie eine andere an, dann auf Weiter.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>Wie warm soll ein Bad sein? Tippen Sie eine Zahl an. Mit Zurück sehen Sie Ihre erste Wahl noch einmal.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>Welcher Platz im Zug? Lassen Sie diese Frage aus: Tippen Sie auf Weiter, ohne etwas zu wählen.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>Frage {number}: {text} Ihre Antwort: {answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Ihre Antworten</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>Tippen Sie eine Zeile an, um die Frage noch einmal anzusehen.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>Ich bin fertig</translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation>Die Person mit diesem Code ist am Telefon</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>Teil {part} von {parts}</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>Telefoninterview</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>Personal: Lesen Sie jede Frage mit allen Antworten vor, wie sie dastehen, und tippen Sie an, was Ihnen gesagt wird. Erklären Sie nichts und schlagen Sie nichts vor.</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Nicht mehr vorlesen</translation>
    </message>
</context>
</TS>
