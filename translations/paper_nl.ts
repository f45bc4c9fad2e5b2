<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>Studiecode</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>Ingevuld op (dag / maand / jaar)</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>Kruis bij elke vraag één vakje aan. Wilt u een antwoord veranderen, maak dan het verkeerde vakje helemaal zwart en kruis een ander aan. U mag een vraag overslaan.</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Ingevuld door</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>de deelnemer alleen</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>de deelnemer, iemand las voor</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>iemand anders, zoals de deelnemer zei</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>met een tolk</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>een medewerker, in een gesprek</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>Reden, als de deelnemer het niet alleen invulde</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>Pagina {number} van {total}</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>Schrijf een getal van {lowest} tot en met {highest}.</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>Alleen als uw antwoord op vraag {number} was: {answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>Alleen als uw antwoord op vraag {number} minstens was: {answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>Dit is het einde van de vragen. Dank u wel.</translation>
    </message>
</context>
</TS>
