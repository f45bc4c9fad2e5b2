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
        <source>choose an answer</source>
        <translation>escolher uma resposta</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>mudar uma resposta: toque noutra</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>voltar à pergunta anterior</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>deixar uma pergunta sem resposta: toque em Seguinte sem responder</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>Também pode experimentar isto</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>Experimentar no treino</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Pergunta {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>Perguntas {first} a {last}</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>As perguntas seguintes</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>Pode responder, ou dizer que prefere não o fazer. Está bem das duas maneiras.</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Prefiro não responder</translation>
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
        <source>I am tired or unwell</source>
        <translation>Sinto cansaço ou mal-estar</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>Não quero responder a mais perguntas</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>Agora não tenho tempo</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>A língua é difícil para mim</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>O tablet não funciona bem</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Outro motivo</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>Quer dizer porquê?</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Prefiro não dizer</translation>
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
        <source>Somebody is helping me</source>
        <translation>Alguém me ajuda</translation>
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
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>Este tablet já não é usado aqui. O que respondeu antes está em segurança. Devolva-o, por favor; a equipa de enfermagem tem outro para si.</translation>
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
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>O PIN não corresponde. A equipa de enfermagem pode deixar escolher um novo.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nada se perdeu.</translation>
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
        <source>This tablet is locked</source>
        <translation>Este tablet está bloqueado</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>Entregue-o à equipa de enfermagem ou médica.</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>Para a equipa de enfermagem: toque em Equipa e depois inicie sessão.</translation>
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
        <source>The participant with this code is on the line</source>
        <translation>A pessoa com este código está ao telefone</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>Parte {part} de {parts}</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>Entrevista telefónica</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>Equipa: leia cada pergunta e todas as respostas tal como estão e toque no que lhe disserem. Não explique nem sugira nada.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>Algarismos introduzidos: {count}</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>Esconder os algarismos</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>Mostrar os algarismos</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>Introduza o seu PIN do estudo</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>Se não se lembra, peça um novo à equipa de enfermagem.</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>Introduza outra vez o seu PIN do estudo</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>Era outro número. Pode tentar outra vez.</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>Introduza outra vez o mesmo PIN</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>Para que seja o que queria.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>{least} a {most} algarismos. Vai precisar dele em cada visita.</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>Os dois não eram iguais. Escolha outra vez: {least} a {most} algarismos.</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>Escolha um PIN do estudo</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>Quem responde agora?</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>Até agora: {who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nada mudou</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>Não vejo bem o ecrã</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>Tenho dificuldade em tocar no ecrã</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>Tenho dificuldade em ler</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>Não conheço bem esta língua</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>Não tenho o hábito de usar um tablet</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>Prefiro assim</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>Para que é a ajuda?</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>Respondo sem ajuda</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>Alguém me lê as perguntas e eu toco no ecrã</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>Digo as minhas respostas e outra pessoa toca no ecrã</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>Alguém traduz para mim</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>A equipa pergunta-me e toca no ecrã</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Ler em voz alta</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Parar a leitura</translation>
    </message>
</context>
</TS>
