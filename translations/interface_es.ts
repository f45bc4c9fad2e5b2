<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>%n pregunta. No hay límite de tiempo.</numerusform>
            <numerusform>%n preguntas. No hay límite de tiempo.</numerusform>
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
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño de letra</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ver más</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>Borrar mi respuesta</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}. {state}. Pregunta: {question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>Opción {place} de {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegida</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>no elegida</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Uno menos</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Uno más</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>Ningún número introducido</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>Número introducido: {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>¿Es este su código de estudio?</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>Visita: {visit}. Idioma: {language}.</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>Compare este código con el que le dio el personal de enfermería.</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>Sí, este es mi código</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>No, o no tengo la seguridad</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>Sus respuestas no se leen de inmediato. Si ahora se encuentra mal, dígaselo al personal de enfermería.</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>Primero, una breve práctica</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>Puede probar cómo funciona la tableta. Nada de lo que toque en la práctica se guarda.</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>Empezar la práctica</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>La práctica ha terminado</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>Ahora empiezan las preguntas de verdad. Sus respuestas se guardarán.</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>Ir a las preguntas</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Practicar otra vez</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>La pregunta {number} aún no tiene respuesta.</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>Puede contestarla o seguir sin respuesta. Las dos cosas están bien.</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>Volver a la pregunta</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>Seguir sin respuesta</translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation>elegir una respuesta</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>cambiar una respuesta: toque otra</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>volver a la pregunta anterior</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>dejar una pregunta sin contestar: toque Siguiente sin elegir respuesta</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>También puede probar esto</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>Probarlo en la práctica</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Pregunta {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>Preguntas {first} a {last}</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>Las preguntas siguientes</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>Puede contestarla o decir que prefiere no hacerlo. Las dos cosas están bien.</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Prefiero no contestar</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>Descanse un poco</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>Todo lo que ha contestado está a salvo. No hay prisa.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>Dejarlo aquí y devolver la tableta</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>¿Quiere dejarlo aquí?</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>Sus respuestas hasta ahora se conservan. El personal de enfermería puede dejarle seguir más tarde donde lo dejó.</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>No, seguir con las preguntas</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>Sí, dejarlo aquí</translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation>Siento cansancio o malestar</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>No quiero contestar más preguntas</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>Ahora no tengo tiempo</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>El idioma me resulta difícil</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>La tableta no funciona bien</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Otro motivo</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>¿Quiere decir por qué?</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Prefiero no decirlo</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>Toque la respuesta que más se acerque. Para cambiarla, toque otra. Después toque Siguiente.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>Puede dejar una pregunta sin contestar: toque Siguiente sin elegir respuesta.</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>Con los botones de arriba puede agrandar las letras y cambiar los colores.</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>El personal de enfermería le ayuda con gusto con la tableta. Las respuestas deben ser suyas.</translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation>Alguien me ayuda</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>Llame al personal de enfermería</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>La tableta no pudo guardar el último paso. Lo que contestó antes está a salvo.</translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>Esta tableta ya no se usa aquí. Lo que contestó antes está a salvo. Devuélvala, por favor; el personal de enfermería tiene otra para usted.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>Para el personal de enfermería: {code}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar otra vez</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>El PIN no coincide. El personal de enfermería puede dejarle elegir uno nuevo.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>No se ha perdido nada.</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>Para el personal de enfermería: sus respuestas están guardadas con el código {proof}.</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>Ha llegado al final de las preguntas.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Muchas gracias</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>Por favor, devuelva la tableta</translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation>Esta tableta está bloqueada</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>Entréguela al personal de enfermería o médico.</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>Para el personal de enfermería: toque Personal y después inicie sesión.</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>Práctica. No se guarda nada.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>Toque Siguiente, abajo, para ver la primera pregunta de práctica.</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>Sin té</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>Con té suave</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>Con té fuerte</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>Con café</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>Muy fría</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>Muy caliente</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventanilla</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Pasillo</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>¿Cómo le gustaría empezar una mañana? Toque una línea. Para cambiar, toque otra línea y después Siguiente.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>¿Cómo de caliente debe estar el agua del baño? Toque un número. Con Atrás puede ver otra vez su primera elección.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>¿Qué asiento en un tren? Deje esta pregunta sin contestar: toque Siguiente sin elegir nada.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>Pregunta {number}: {text} Su respuesta: {answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sin contestar</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Sus respuestas</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>Toque una línea para ver otra vez esa pregunta.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>He terminado</translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation>La persona con este código está al teléfono</translation>
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
        <translation>Personal: lea cada pregunta y todas sus respuestas tal como están y toque lo que le digan. No explique ni sugiera nada.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>Dígitos introducidos: {count}</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>Ocultar los dígitos</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>Mostrar los dígitos</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>Introduzca su PIN del estudio</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>Si no lo recuerda, pida uno nuevo al personal de enfermería.</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>Introduzca otra vez su PIN del estudio</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>Era otro número. Puede intentarlo otra vez.</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>Introduzca otra vez el mismo PIN</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>Para que sea el que usted quería.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>De {least} a {most} dígitos. Lo necesitará en cada visita.</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>Los dos no eran iguales. Elija otra vez: de {least} a {most} dígitos.</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>Elija un PIN del estudio</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>¿Quién contesta ahora?</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>Hasta ahora: {who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nada ha cambiado</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>No veo bien la pantalla</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>Me cuesta tocar la pantalla</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>Me cuesta leer</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>No conozco bien este idioma</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>No tengo costumbre de usar una tableta</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>Lo prefiero así</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>¿Para qué es la ayuda?</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>Contesto sin ayuda</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>Alguien me lee las preguntas y yo toco la pantalla</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>Digo mis respuestas y otra persona toca la pantalla</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>Alguien me hace de intérprete</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>El personal me pregunta y toca la pantalla</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Detener la lectura</translation>
    </message>
</context>
</TS>
