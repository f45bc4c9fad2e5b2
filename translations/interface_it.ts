<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>%n domanda. Non c’è limite di tempo.</numerusform>
            <numerusform>%n domande. Non c’è limite di tempo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} di {total}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aiuto</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Caratteri</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrasto</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Altro</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>Cancella la risposta</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}. {state}. Domanda: {question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>Risposta {place} di {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>scelta</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>non scelta</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Uno in meno</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Uno in più</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>Nessun numero inserito</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>Numero inserito: {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>È questo il Suo codice di studio?</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>Visita: {visit}. Lingua: {language}.</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>Confronti il codice con quello ricevuto dal personale infermieristico.</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>Sì, è il mio codice</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>No, o non ne ho la certezza</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>Le Sue risposte non vengono lette subito. Se ora non si sente bene, lo dica al personale infermieristico.</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>Prima, una breve prova</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>Può provare come funziona il tablet. Quello che tocca nella prova non viene salvato.</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>Inizia la prova</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>La prova è finita</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>Ora cominciano le domande vere. Le Sue risposte saranno salvate.</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>Vai alle domande</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Ripeti la prova</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>La domanda {number} non ha ancora una risposta.</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>Può rispondere oppure proseguire senza risposta. Vanno bene entrambe le cose.</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>Torna alla domanda</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>Prosegui senza risposta</translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation>scegliere una risposta</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>cambiare una risposta: ne tocchi un’altra</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>tornare alla domanda precedente</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>saltare una domanda: tocchi Avanti senza rispondere</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>Può provare anche questo</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>Provare nella prova</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Domanda {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>Domande da {first} a {last}</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>Le prossime domande</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>Può rispondere, o dire che preferisce non farlo. Vanno bene entrambe le cose.</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Preferisco non rispondere</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>Faccia una pausa</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>Tutte le Sue risposte sono al sicuro. Non c’è fretta.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>Fermarsi qui e restituire il tablet</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>Vuole fermarsi qui?</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>Le risposte date finora restano salvate. Il personale infermieristico può farLa riprendere più tardi dallo stesso punto.</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>No, continua con le domande</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>Sì, mi fermo qui</translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation>Ho stanchezza o non sto bene</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>Non voglio rispondere ad altre domande</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>Ora non ho tempo</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>La lingua è difficile per me</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>Il tablet non funziona bene</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Un altro motivo</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>Vuole dire perché?</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Preferisco non dirlo</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>Tocchi la risposta che si avvicina di più. Per cambiarla, ne tocchi un’altra. Poi tocchi Avanti.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>Può saltare una domanda: tocchi Avanti senza rispondere.</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>Con i pulsanti in alto può ingrandire le lettere e cambiare i colori.</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>Il personale infermieristico La aiuta volentieri con il tablet. Le risposte devono essere Sue.</translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation>Qualcuno mi aiuta</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>Chiami il personale infermieristico</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>Il tablet non ha potuto salvare l’ultimo passo. Le risposte precedenti sono al sicuro.</translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>Questo tablet non si usa più qui. Le risposte precedenti sono al sicuro. Lo restituisca, per favore; il personale infermieristico ne ha un altro per lei.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>Per il personale infermieristico: {code}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personale</translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>Il PIN non corrisponde. Il personale infermieristico può farLe scegliere un altro.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nulla è andato perso.</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>Per il personale infermieristico: le risposte sono salvate con il codice {proof}.</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>Le domande sono finite.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Grazie</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>Per favore, restituisca il tablet</translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation>Questo tablet è bloccato</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>Lo consegni al personale infermieristico o medico.</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>Per il personale infermieristico: toccare Personale, poi accedere.</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>Prova. Non viene salvato nulla.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>Tocchi Avanti in basso per vedere la prima domanda di prova.</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>Senza tè</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>Con un tè leggero</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>Con un tè forte</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>Con un caffè</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>Molto freddo</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>Molto caldo</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Finestrino</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Corridoio</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>Come Le piacerebbe cominciare la mattina? Tocchi una riga. Per cambiare, tocchi un’altra riga, poi Avanti.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>Quanto deve essere caldo un bagno? Tocchi un numero. Con Indietro può rivedere la Sua prima scelta.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>Quale posto in treno? Salti questa domanda: tocchi Avanti senza scegliere.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>Domanda {number}: {text} La Sua risposta: {answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Senza risposta</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Le Sue risposte</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>Tocchi una riga per rivedere quella domanda.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>Ho finito</translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation>La persona con questo codice è al telefono</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>Parte {part} di {parts}</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>Intervista telefonica</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>Personale: legga ogni domanda e tutte le risposte così come sono e tocchi ciò che Le viene detto. Non spieghi e non suggerisca nulla.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Cancella</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>Cifre inserite: {count}</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>Nascondi le cifre</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>Mostra le cifre</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>Inserisca il Suo PIN dello studio</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>Se non lo ricorda, ne chieda uno nuovo al personale infermieristico.</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>Inserisca di nuovo il Suo PIN dello studio</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>Era un altro numero. Può riprovare.</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>Inserisca di nuovo lo stesso PIN</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>Perché sia quello che voleva.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>Da {least} a {most} cifre. Le servirà a ogni visita.</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>I due non erano uguali. Scelga di nuovo: da {least} a {most} cifre.</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>Scelga un PIN dello studio</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>Chi risponde ora?</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>Finora: {who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Non è cambiato nulla</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>Non vedo bene lo schermo</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>Toccare lo schermo è difficile per me</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>Leggere è difficile per me</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>Non conosco bene questa lingua</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>Non ho l’abitudine di usare un tablet</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>Preferisco così</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>A che cosa serve l’aiuto?</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>Rispondo senza aiuto</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>Qualcuno mi legge le domande e io tocco lo schermo</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>Dico le mie risposte e un’altra persona tocca lo schermo</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>Qualcuno traduce per me</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>Il personale mi fa le domande e tocca lo schermo</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leggi ad alta voce</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Ferma la lettura</translation>
    </message>
</context>
</TS>
