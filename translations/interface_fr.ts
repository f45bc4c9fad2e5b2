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
        <translation>{option}. {state}. Question&#xa0;: {question}</translation>
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
        <translation>Nombre saisi&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>Est-ce bien votre code d’étude&#xa0;?</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>Visite&#xa0;: {visit}. Langue&#xa0;: {language}.</translation>
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
        <translation>Voulez-vous vous arrêter ici&#xa0;?</translation>
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
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>Touchez la réponse qui s’en approche le plus. Pour changer, touchez-en une autre. Puis touchez Suivant.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>Vous pouvez laisser une question de côté&#xa0;: touchez Suivant sans répondre.</translation>
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
        <source>Please call the nurse</source>
        <translation>Veuillez appeler l’équipe soignante</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>La tablette n’a pas pu enregistrer la dernière étape. Vos réponses précédentes sont en sécurité.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>Pour l’équipe soignante&#xa0;: {code}</translation>
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
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>Pour l’équipe soignante&#xa0;: vos réponses sont enregistrées sous {proof}.</translation>
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
        <translation>Comment aimeriez-vous commencer une matinée&#xa0;? Touchez une ligne. Pour changer, touchez une autre ligne, puis Suivant.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>À quelle chaleur un bain devrait-il être&#xa0;? Touchez un nombre. Avec Retour, vous pouvez revoir votre premier choix.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>Quelle place dans un train&#xa0;? Laissez cette question de côté&#xa0;: touchez Suivant sans rien choisir.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>Question {number}&#xa0;: {text} Votre réponse&#xa0;: {answer}</translation>
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
        <source>Part {part} of {parts}</source>
        <translation>Partie {part} sur {parts}</translation>
    </message>
</context>
</TS>
