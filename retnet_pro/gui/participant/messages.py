"""The program's own words to the participant. English is the source; other languages come through Qt's translation.

Neutral throughout: no praise, no worry, no judgement of an answer (rules E14, E41, E86).
"""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication

from retnet_pro.answering.view import IntroView, SectionView, SkipView
from retnet_pro.errors import Code, RetnetError
from retnet_pro.gui.participant.counts import Counts
from retnet_pro.gui.participant.languages import name_of
from retnet_pro.gui.participant.message import Message
from retnet_pro.gui.participant.practice import Skill
from retnet_pro.study.absence import Absence


def welcome(subject: str, visit_title: str, language: str) -> Message:
    """Ask whether the tablet is in the right hands (rule E59) and in the right language."""
    translate = QCoreApplication.translate
    return Message(
        title=translate("Participant", "Is this your study code?"),
        detail=subject,
        paragraphs=(
            translate("Participant", "Visit: {visit}. Language: {language}.").format(
                visit=visit_title, language=name_of(language)
            ),
            translate("Participant", "Please compare the code with the one the nurse gave you."),
            not_read_now(),
        ),
        acts=(
            ("mine", translate("Participant", "Yes, this is my code")),
            ("not-mine", translate("Participant", "No, or I am not sure")),
        ),
    )


def not_read_now() -> str:
    """Say that nobody watches the answers, and whom to tell (rule E84)."""
    return QCoreApplication.translate(
        "Participant", "Your answers are not read straight away. If you feel unwell now, please tell the nurse."
    )


def practice_offer() -> Message:
    """Announce the practice."""
    translate = QCoreApplication.translate
    return Message(
        title=translate("Participant", "First, a short practice"),
        paragraphs=(
            translate(
                "Participant", "You can try out how the tablet works. Nothing you tap in the practice is stored."
            ),
        ),
        acts=(("practise", translate("Participant", "Start the practice")),),
        first_leads=True,
    )


def practice_more(untried: Collection[Skill]) -> Message:
    """Name what has not been tried yet, and leave it to the participant whether to try it (rule E29)."""
    translate = QCoreApplication.translate
    words: Mapping[Skill, str] = {
        Skill.CHOOSE: translate("Participant", "choose an answer"),
        Skill.CHANGE: translate("Participant", "change an answer: tap another one"),
        Skill.BACK: translate("Participant", "go back to the question before"),
        Skill.SKIP: translate("Participant", "leave a question out: tap Next without an answer"),
    }
    return Message(
        title=translate("Participant", "You can also try this"),
        paragraphs=tuple(f"\N{BULLET} {said}" for skill, said in words.items() if skill in untried),
        acts=(
            ("practise", translate("Participant", "Try it in the practice")),
            ("begin", translate("Participant", "Go to the questions")),
        ),
        first_leads=True,
    )


def practice_done() -> Message:
    """Announce the questions, and offer the practice again (rule E29)."""
    translate = QCoreApplication.translate
    return Message(
        title=translate("Participant", "The practice is over"),
        paragraphs=(translate("Participant", "Now the real questions begin. Your answers will be stored."),),
        acts=(
            ("begin", translate("Participant", "Go to the questions")),
            ("practise", translate("Participant", "Practise again")),
        ),
        first_leads=True,
    )


def intro(view: IntroView) -> Message:
    """Show the form's own instructions."""
    many = Counts().questions(view.total)
    return Message(title=view.title, paragraphs=tuple(said for said in (view.instruction, view.recall, many) if said))


def section(view: SectionView) -> Message:
    """Announce a new recall period, so that nobody goes on with the old one in mind (rule E03)."""
    translate = QCoreApplication.translate
    first, last = view.numbers
    if first == last:
        span = translate("Participant", "Question {number}").format(number=first)
    else:
        span = translate("Participant", "Questions {first} to {last}").format(first=first, last=last)
    return Message(title=translate("Participant", "The next questions"), detail=view.recall, paragraphs=(span,))


def skip(view: SkipView) -> Message:
    """Ask once, neutrally, whether to leave the question out (rule E41)."""
    translate = QCoreApplication.translate
    if view.required:
        offer = translate("Participant", "You may answer it, or say that you prefer not to. Both are fine.")
        leave = translate("Participant", "I prefer not to answer")
    else:
        offer = translate("Participant", "You may answer it, or go on without an answer. Both are fine.")
        leave = translate("Participant", "Go on without an answer")
    return Message(
        title=translate("Participant", "Question {number} has no answer yet.").format(number=view.number),
        paragraphs=(offer,),
        acts=(
            ("answer", translate("Participant", "Go back to the question")),
            ("skip", leave),
        ),
    )


def rest() -> Message:
    """Cover the questions for as long as the participant likes (rule E56)."""
    translate = QCoreApplication.translate
    return Message(
        title=translate("Participant", "Take a rest"),
        paragraphs=(translate("Participant", "Everything you have answered is safe. There is no hurry."),),
        acts=(
            ("continue", translate("Participant", "Go on")),
            ("stop", translate("Participant", "Stop here and hand the tablet back")),
        ),
        first_leads=True,
    )


def stop() -> Message:
    """Make sure that stopping is meant."""
    translate = QCoreApplication.translate
    return Message(
        title=translate("Participant", "Do you want to stop here?"),
        paragraphs=(
            translate(
                "Participant", "Your answers so far are kept. The nurse can let you go on later where you stopped."
            ),
        ),
        acts=(
            ("continue", translate("Participant", "No, go on with the questions")),
            ("stop-now", translate("Participant", "Yes, stop here")),
        ),
    )


STOPPED = "stopped:"
"""An act on the page `stop_why` is this and the code of the reason, or nothing."""


def stop_why() -> Message:
    """Ask why the participant stops; not saying is an answer like the others (rule E66)."""
    translate = QCoreApplication.translate
    words: Mapping[Absence, str] = {
        Absence.TOO_ILL: translate("Participant", "I am tired or unwell"),
        Absence.REFUSED: translate("Participant", "I do not want to answer more questions"),
        Absence.ADMINISTRATIVE: translate("Participant", "I have no time now"),
        Absence.LANGUAGE: translate("Participant", "The language is difficult for me"),
        Absence.TECHNICAL: translate("Participant", "The tablet does not work well"),
        Absence.OTHER: translate("Participant", "Another reason"),
    }
    return Message(
        title=translate("Participant", "Would you like to say why?"),
        acts=(
            *((STOPPED + why.value, said) for why, said in words.items()),
            (STOPPED, translate("Participant", "I would rather not say")),
        ),
    )


def helping() -> Message:
    """Explain the screen; the same everywhere (rule E117)."""
    translate = QCoreApplication.translate
    return Message(
        title=translate("Participant", "Help"),
        paragraphs=(
            translate("Participant", "Tap the answer that comes closest. To change it, tap another. Then tap Next."),
            translate("Participant", "You may leave a question out: tap Next without an answer."),
            translate(
                "Participant", "With the buttons at the top you can make the letters larger and change the colours."
            ),
            translate("Participant", "The nurse is glad to help with the tablet. The answers should be your own."),
        ),
        acts=(
            ("continue", translate("Participant", "Go on")),
            ("who", translate("Participant", "Somebody is helping me")),
        ),
        first_leads=True,
    )


def fault(error: Exception, *, can_retry: bool) -> Message:
    """Say calmly that the nurse is needed, and where to go on if not here; the code in small is for staff."""
    translate = QCoreApplication.translate
    code = error.code.value if isinstance(error, RetnetError) else type(error).__name__
    failed = translate("Participant", "The tablet could not store the last step. What you answered before is safe.")
    if isinstance(error, RetnetError) and error.code is Code.DEVICE_LEFT:
        failed = translate(
            "Participant",
            "This tablet is no longer used here. What you answered before is safe. "
            "Please give it back; the nurse has another one for you.",
        )
    return Message(
        title=translate("Participant", "Please call the nurse"),
        paragraphs=(failed, translate("Participant", "For the nurse: {code}").format(code=code)),
        acts=(("retry", translate("Participant", "Try again")),) if can_retry else (),
        small=("staff", translate("Participant", "Staff")),
    )


def not_identified() -> Message:
    """Say without blame that the nurse is needed (rule E59)."""
    translate = QCoreApplication.translate
    return Message(
        title=translate("Participant", "Please call the nurse"),
        paragraphs=(
            translate("Participant", "The study PIN did not match. The nurse can let you choose a new one."),
            translate("Participant", "Nothing is lost."),
        ),
        small=("staff", translate("Participant", "Staff")),
    )


def goodbye(proof: str, *, finished: bool, whom_to_call: str = "") -> Message:
    """Thank, whatever was answered, ask for the tablet (rule E28), and say whom to call (rule E84).

    The same whatever was answered: nothing here tells that an alert was raised (rule E86).
    """
    translate = QCoreApplication.translate
    kept = translate("Participant", "For the nurse: your answers are stored under {proof}.").format(proof=proof)
    ended = translate("Participant", "You have reached the end of the questions.")
    return Message(
        title=translate("Participant", "Thank you"),
        detail=translate("Participant", "Please hand the tablet back"),
        paragraphs=tuple(
            filter(None, (ended if finished else "", not_read_now(), whom_to_call, kept if proof else ""))
        ),
        small=("staff", translate("Participant", "Staff")),
    )


def locked() -> Message:
    """Stand when the tablet was not handed back: nothing of the participant, and how staff go on (rule P101)."""
    translate = QCoreApplication.translate
    return Message(
        title=translate("Participant", "This tablet is locked"),
        paragraphs=(
            translate("Participant", "Please give it to a nurse or doctor."),
            translate("Participant", "For the nurse: tap Staff, then log in."),
        ),
        small=("staff", translate("Participant", "Staff")),
    )
