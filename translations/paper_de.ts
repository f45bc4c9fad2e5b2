<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>Studiencode</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>Ausgefüllt am (Tag / Monat / Jahr)</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>Bitte kreuzen Sie bei jeder Frage ein Kästchen an. Um eine Antwort zu ändern, füllen Sie das falsche Kästchen ganz aus und kreuzen ein anderes an. Sie dürfen eine Frage auslassen.</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Ausgefüllt von</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>teilnehmende Person allein</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>teilnehmende Person, jemand las vor</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>jemand anderes nach Ansage der Person</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>mit Dolmetscher oder Dolmetscherin</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>Personal, im Gespräch</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>Grund, wenn nicht allein ausgefüllt</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>Seite {number} von {total}</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>Bitte schreiben Sie eine Zahl von {lowest} bis {highest}.</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>Nur wenn Ihre Antwort auf Frage {number} war: {answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>Nur wenn Ihre Antwort auf Frage {number} mindestens war: {answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>Das war die letzte Frage. Vielen Dank.</translation>
    </message>
</context>
</TS>
