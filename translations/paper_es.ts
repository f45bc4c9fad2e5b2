<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>Código del estudio</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>Fecha en que se rellenó (día / mes / año)</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>Marque una casilla en cada pregunta. Para cambiar una respuesta, rellene por completo la casilla equivocada y marque otra. Puede dejar una pregunta sin contestar.</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Rellenado por</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>la persona participante sola</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>la persona participante; alguien leyó en voz alta</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>otra persona, según lo que dijo la persona participante</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>con un intérprete</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>el personal, en una entrevista</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>Motivo, si no lo rellenó la persona sola</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>Página {number} de {total}</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>Escriba un número de {lowest} a {highest}.</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>Solo si su respuesta a la pregunta {number} fue: {answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>Solo si su respuesta a la pregunta {number} fue al menos: {answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>Este es el final de las preguntas. Gracias.</translation>
    </message>
</context>
</TS>
