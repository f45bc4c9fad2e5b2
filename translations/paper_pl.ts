<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>Kod badania</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Wizyta</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>Data wypełnienia (dzień / miesiąc / rok)</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>Proszę zaznaczyć jedno pole przy każdym pytaniu. Aby zmienić odpowiedź, proszę całkowicie zamalować błędne pole i zaznaczyć inne. Pytanie można pominąć.</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Wypełnione przez</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>samodzielnie przez osobę badaną</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>przez osobę badaną, ktoś czytał na głos</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>przez inną osobę, według słów osoby badanej</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>z pomocą tłumacza</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>przez personel, w rozmowie</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>Powód, jeśli nie samodzielnie</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>Strona {number} z {total}</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>Proszę wpisać liczbę od {lowest} do {highest}.</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>Tylko jeśli odpowiedź na pytanie {number} brzmiała: {answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>Tylko jeśli odpowiedź na pytanie {number} wynosiła co najmniej: {answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>To koniec pytań. Dziękujemy.</translation>
    </message>
</context>
</TS>
