<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>%n question. Il n’y a pas de limite de temps.</numerusform>
            <numerusform>%n questions. Il n’y a pas de limite de temps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} sur {total}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>Effacer ma réponse</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}. {state}. Question : {question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>Réponse {place} sur {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisie</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>non choisie</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Un de moins</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Un de plus</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>Aucun nombre saisi</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>Nombre saisi : {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>Est-ce bien votre code d’étude ?</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>Visite : {visit}. Langue : {language}.</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>Veuillez comparer ce code avec celui que l’équipe soignante vous a donné.</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>Oui, c’est bien mon code</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>Non, ou j’ai un doute</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>Vos réponses ne sont pas lues tout de suite. Si vous ne vous sentez pas bien maintenant, dites-le à l’équipe soignante.</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>D’abord, un petit essai</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>Vous pouvez essayer la tablette. Rien de ce que vous touchez pendant l’essai n’est enregistré.</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>Commencer l’essai</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>L’essai est terminé</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>Maintenant, les vraies questions commencent. Vos réponses seront enregistrées.</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>Aller aux questions</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Refaire l’essai</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>La question {number} n’a pas encore de réponse.</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>Vous pouvez y répondre, ou continuer sans réponse. Les deux conviennent.</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>Revenir à la question</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>Continuer sans réponse</translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation>choisir une réponse</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>changer une réponse&#xa0;: en toucher une autre</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>revenir à la question précédente</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>laisser une question de côté&#xa0;: toucher Suivant sans répondre</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>Vous pouvez aussi essayer ceci</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>Essayer pendant l’essai</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Question {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>Questions {first} à {last}</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>Les questions suivantes</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>Vous pouvez y répondre, ou dire que vous préférez ne pas répondre. Les deux conviennent.</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Je préfère ne pas répondre</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>Faites une pause</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>Toutes vos réponses sont en sécurité. Rien ne presse.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>M’arrêter ici et rendre la tablette</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>Voulez-vous vous arrêter ici ?</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>Les réponses déjà données sont conservées. L’équipe soignante peut vous laisser reprendre plus tard au même endroit.</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>Non, continuer les questions</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>Oui, m’arrêter ici</translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation>Je ressens de la fatigue ou un malaise</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>Je ne veux plus répondre à d’autres questions</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>Je n’ai pas le temps maintenant</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>La langue est difficile pour moi</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>La tablette ne fonctionne pas bien</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Une autre raison</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>Voulez-vous dire pourquoi&#xa0;?</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Je préfère ne pas le dire</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>Touchez la réponse qui s’en approche le plus. Pour changer, touchez-en une autre. Puis touchez Suivant.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>Vous pouvez laisser une question de côté : touchez Suivant sans répondre.</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>Avec les touches du haut, vous pouvez agrandir les lettres et changer les couleurs.</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>L’équipe soignante vous aide volontiers avec la tablette. Les réponses doivent être les vôtres.</translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation>Quelqu’un m’aide</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>Veuillez appeler l’équipe soignante</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>La tablette n’a pas pu enregistrer la dernière étape. Vos réponses précédentes sont en sécurité.</translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>Cette tablette n’est plus utilisée ici. Vos réponses précédentes sont en sécurité. Veuillez la rendre&#xa0;; l’équipe soignante en a une autre pour vous.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>Pour l’équipe soignante : {code}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>Le code PIN ne correspond pas. L’équipe soignante peut vous en laisser choisir un autre.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Rien n’est perdu.</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>Pour l’équipe soignante : vos réponses sont enregistrées sous {proof}.</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>Vous êtes à la fin des questions.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Merci</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>Veuillez rendre la tablette</translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation>Cette tablette est verrouillée</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>Veuillez la remettre à l’équipe soignante.</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>Pour l’équipe soignante&#xa0;: touchez Personnel, puis connectez-vous.</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>Essai. Rien n’est enregistré.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>Touchez Suivant en bas pour voir la première question d’essai.</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>Sans thé</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>Avec un thé léger</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>Avec un thé fort</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>Avec un café</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>Très froid</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>Très chaud</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Couloir</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>Comment aimeriez-vous commencer une matinée ? Touchez une ligne. Pour changer, touchez une autre ligne, puis Suivant.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>À quelle chaleur un bain devrait-il être ? Touchez un nombre. Avec Retour, vous pouvez revoir votre premier choix.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>Quelle place dans un train ? Laissez cette question de côté : touchez Suivant sans rien choisir.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>Question {number} : {text} Votre réponse : {answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Vos réponses</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>Touchez une ligne pour revoir cette question.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>J’ai terminé</translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation>La personne portant ce code est en ligne</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>Partie {part} sur {parts}</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>Entretien téléphonique</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>Équipe soignante : lisez chaque question et toutes ses réponses telles quelles, puis touchez ce que l’on vous dit. N’expliquez et ne suggérez rien.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>Chiffres saisis&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>Cacher les chiffres</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>Montrer les chiffres</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>Veuillez saisir votre code PIN d’étude</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>Si vous ne vous en souvenez pas, demandez-en un autre à l’équipe soignante.</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>Veuillez saisir encore une fois votre code PIN d’étude</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>C’était un autre nombre. Vous pouvez réessayer.</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>Veuillez saisir encore une fois le même code PIN</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>Pour être sûr que c’est bien celui que vous vouliez.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>De {least} à {most} chiffres. Vous en aurez besoin à chaque visite.</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>Les deux n’étaient pas pareils. Veuillez choisir encore une fois&#xa0;: de {least} à {most} chiffres.</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>Veuillez choisir un code PIN d’étude</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>Qui répond maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>Jusqu’ici&#xa0;: {who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Rien n’a changé</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>Je ne vois pas bien l’écran</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>Toucher l’écran est difficile pour moi</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>Lire est difficile pour moi</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>Je ne connais pas bien cette langue</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>Je n’ai pas l’habitude d’une tablette</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>Je préfère ainsi</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>Pourquoi cette aide&#xa0;?</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>Je réponds sans aide</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>Quelqu’un me lit les questions et je touche l’écran</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>Je dis mes réponses et quelqu’un touche l’écran</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>Quelqu’un traduit pour moi</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>L’équipe soignante me pose les questions et touche l’écran</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à haute voix</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
</context>
</TS>
