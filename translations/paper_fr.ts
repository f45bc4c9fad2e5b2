<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>Code d’étude</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>Rempli le (jour / mois / année)</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>Veuillez cocher une case pour chaque question. Pour changer une réponse, noircissez entièrement la mauvaise case et cochez-en une autre. Vous pouvez laisser une question sans réponse.</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Rempli par</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>la personne participante seule</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>la personne participante, quelqu’un a lu à voix haute</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>quelqu’un d’autre, sous la dictée de la personne</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>avec un interprète</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>le personnel, en entretien</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>Raison, si la personne ne l’a pas rempli seule</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>Page {number} sur {total}</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>Veuillez écrire un nombre de {lowest} à {highest}.</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>Seulement si votre réponse à la question {number} était : {answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>Seulement si votre réponse à la question {number} était au moins : {answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>C’est la fin des questions. Merci.</translation>
    </message>
</context>
</TS>
