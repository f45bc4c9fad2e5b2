<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>Codice dello studio</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>Compilato il (giorno / mese / anno)</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>Segni una casella per ogni domanda. Per cambiare una risposta, riempia completamente la casella sbagliata e ne segni un’altra. Può lasciare una domanda senza risposta.</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Compilato da</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>la persona partecipante da sola</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>la persona partecipante; qualcuno ha letto ad alta voce</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>un’altra persona, secondo quanto detto dalla persona</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>con un interprete</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>il personale, in un colloquio</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>Motivo, se non compilato dalla persona da sola</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>Pagina {number} di {total}</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>Scriva un numero da {lowest} a {highest}.</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>Solo se la sua risposta alla domanda {number} era: {answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>Solo se la sua risposta alla domanda {number} era almeno: {answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>Le domande sono finite. Grazie.</translation>
    </message>
</context>
</TS>
