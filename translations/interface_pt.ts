<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>%n pergunta. Não há limite de tempo.</numerusform>
            <numerusform>%n perguntas. Não há limite de tempo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} de {total}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamanho da letra</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Seguinte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>Apagar a resposta</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}. {state}. Pergunta: {question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>Resposta {place} de {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>escolhida</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>não escolhida</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Menos um</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Mais um</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>Nenhum número indicado</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>Número indicado: {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>Este é o seu código do estudo?</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>Visita: {visit}. Língua: {language}.</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>Compare este código com o que recebeu da equipa de enfermagem.</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>Sim, este é o meu código</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>Não, ou não tenho a certeza</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>As suas respostas não são lidas de imediato. Se agora não se sente bem, diga-o à equipa de enfermagem.</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>Primeiro, um pequeno treino</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>Pode experimentar como funciona o tablet. Nada do que tocar no treino fica guardado.</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>Começar o treino</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>O treino terminou</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>Agora começam as perguntas a sério. As suas respostas ficam guardadas.</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>Ir para as perguntas</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Treinar outra vez</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>A pergunta {number} ainda não tem resposta.</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>Pode responder ou continuar sem resposta. Está bem das duas maneiras.</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>Voltar à pergunta</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>Continuar sem resposta</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>Descanse um pouco</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>Tudo o que respondeu está guardado em segurança. Não há pressa.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>Parar aqui e devolver o tablet</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>Quer parar aqui?</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>As respostas dadas até agora ficam guardadas. A equipa de enfermagem pode deixar continuar mais tarde no mesmo ponto.</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>Não, continuar as perguntas</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>Sim, parar aqui</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>Toque na resposta que mais se aproxima. Para mudar, toque noutra. Depois toque em Seguinte.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>Pode deixar uma pergunta sem resposta: toque em Seguinte sem responder.</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>Com os botões de cima pode aumentar as letras e mudar as cores.</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>A equipa de enfermagem ajuda com gosto a usar o tablet. As respostas devem ser suas.</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>Chame a equipa de enfermagem</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>O tablet não conseguiu guardar o último passo. O que respondeu antes está em segurança.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>Para a equipa de enfermagem: {code}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar outra vez</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Equipa</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>Para a equipa de enfermagem: as respostas estão guardadas com o código {proof}.</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>Chegou ao fim das perguntas.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Agradecemos a sua ajuda</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>Por favor, devolva o tablet</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>Treino. Nada fica guardado.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>Toque em Seguinte, em baixo, para ver a primeira pergunta de treino.</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>Sem chá</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>Com chá fraco</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>Com chá forte</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>Com café</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>Muito frio</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>Muito quente</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Corredor</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>Como gostaria de começar uma manhã? Toque numa linha. Para mudar, toque noutra linha e depois em Seguinte.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>Que temperatura deve ter um banho? Toque num número. Com Voltar pode ver outra vez a sua primeira escolha.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>Que lugar num comboio? Deixe esta pergunta sem resposta: toque em Seguinte sem escolher.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>Pergunta {number}: {text} A sua resposta: {answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sem resposta</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>As suas respostas</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>Toque numa linha para ver outra vez essa pergunta.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>Terminei</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>Parte {part} de {parts}</translation>
    </message>
</context>
</TS>
