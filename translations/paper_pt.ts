<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>Código do estudo</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>Preenchido em (dia / mês / ano)</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>Assinale uma caixa em cada pergunta. Para mudar uma resposta, preencha totalmente a caixa errada e assinale outra. Pode deixar uma pergunta sem resposta.</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>Preenchido por</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>a pessoa participante sozinha</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>a pessoa participante; alguém leu em voz alta</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>outra pessoa, conforme a pessoa participante disse</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>com um intérprete</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>o pessoal, numa entrevista</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>Motivo, se a pessoa não preencheu sozinha</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>Página {number} de {total}</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>Escreva um número de {lowest} a {highest}.</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>Só se a sua resposta à pergunta {number} foi: {answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>Só se a sua resposta à pergunta {number} foi pelo menos: {answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>Estas foram todas as perguntas. Obrigado.</translation>
    </message>
</context>
</TS>
