"""One plain sentence for every failure: what happened, where, and what to do.

English is the source language. The glass translates these sentences through Qt under the context ``phrases``;
the command line prints them as they stand. A house test proves that no code is without a sentence.
"""

import string
from collections.abc import Mapping

from retnet_pro.errors import Code, RetnetError

SENTENCES: Mapping[Code, str] = {
    Code.FORM_BROKEN: "The form file {path} cannot be used: {findings}. Mend the file and run 'retnet-pro forms check' again.",
    Code.FORM_UNKNOWN: "There is no form called '{form}' here. Known forms: {known}.",
    Code.VARIANT_UNKNOWN: "There is no way to score '{form}' called '{variant}'. Known scoring variants: {known}.",
    Code.WORDING_MISSING: "There is no complete wording of '{form}' in language '{language}'. Choose another language or import the wording pack.",
    Code.LETTERS_MISSING: "No typeface on this computer has all letters of: {text}. Install one that covers the language, and try again; nothing was printed.",
    Code.PAPER_UNFIT: "'{form}' cannot be printed in language '{language}': {why}. Nothing was printed; use the tablet.",
    Code.INTERFACE_MISSING: "The program itself does not speak '{language}' completely ({count} texts are missing). Choose another language.",
    Code.LANGUAGE_DRAFT: "No native speaker has reviewed what the program itself says in '{language}', so it goes with demonstration wording only. Choose another language.",
    Code.GLYPHS_MISSING: "This tablet cannot draw all letters of '{language}' (e.g. {characters}). Install the typeface {package}, or choose another language.",
    Code.STUDY_BROKEN: "The study file {path} cannot be used: {findings}. Mend the file and start again.",
    Code.TABLE_BROKEN: "The table {path} was not read: {findings}. Nothing was written. Mend the table and run the command again.",
    Code.WORDING_SOURCE_UNFIT: "No words were read from {path}: {why}. Nothing was written. Mend the source and run the command again.",
    Code.FILE_MISSING: "The file or folder {path} does not exist. Check the path and try again.",
    Code.FILE_EXISTS: "{path} exists already and is not overwritten. Choose another name or move it away.",
    Code.FILE_UNFIT: "{path} is not what is needed here: {wanted}. Check the name and try again.",
    Code.WRONG_PASSPHRASE: "Name and passphrase do not match. Check both and try again.",
    Code.WEAK_PASSPHRASE: "This passphrase is too easy to guess: {why}. Choose at least {minimum} characters, for example several unrelated words.",
    Code.LOGIN_THROTTLED: "Too many failed attempts for this name. Wait {seconds} seconds and try again.",
    Code.USER_TAKEN: "The name '{user}' is or was in use on this device, and a name is never given twice. Choose another.",
    Code.USER_UNKNOWN: "Nobody called '{user}' may log in on this device. Choose a name from the list.",
    Code.BAD_ACCOUNT_NAME: "'{user}' cannot be used as an account name: {why}. Nothing was changed; choose another.",
    Code.TEAM_FULL: "{most} people can log in on this device, and there is no room for more. Remove somebody who no longer works here first.",
    Code.NOT_ONESELF: "Nobody removes themselves or gives themselves a forgotten passphrase. Ask a colleague who may manage staff.",
    Code.PASSPHRASE_SAME: "The new passphrase is the old one. Nothing was changed; choose another.",
    Code.PERSONAL_KEY_MISSING: "A new key could not be passed on to {users}, so the key was not changed. Give a new passphrase to each of them (your own you change yourself), then try again.",
    Code.SITE_KEY_MISSING: "The key of the site was changed, and the new one could not be passed on to you. Ask a colleague who may manage staff to give you a new passphrase.",
    Code.DEVICE_SECRET_MISSING: "This device's own secret is missing ({place}), so no passphrase can open the site here. Ask the coordinator to enrol this device again.",
    Code.NOT_ALLOWED: "The role '{role}' may not {action}. Ask a colleague whose role may.",
    Code.NOT_PROVISIONED: "There is no site in {path}. Set it up first with 'retnet-pro site found', or look around with 'retnet-pro demo'.",
    Code.ALREADY_PROVISIONED: "There is already a site in {path}. Choose another folder; an existing site is never overwritten.",
    Code.SITE_IN_USE: "The site in {path} is open in another window or program. Close that one first, then try again.",
    Code.DISK_FULL: "The disk is full at {path}. Everything confirmed so far is safe. Free some space, then try again.",
    Code.DISK_FAULT: "The disk at {path} did not accept the data ({why}). Everything confirmed so far is safe. Call the nurse or your IT department, then try again.",
    Code.VAULT_NEWER: "The site in {path} was written by a newer version of this program (format {found}, this one knows {known}). Update the program; nothing was changed.",
    Code.ROLLED_BACK: "The record in {path} is older than it was: event {seq}, which it held, is not in it. If the file was put back from a copy, restore it as a new device with 'retnet-pro site restore'; otherwise keep it as it is and call the coordinating centre.",
    Code.VAULT_DAMAGED: "The site in {path} is damaged: {why}. Do not use it further; keep the file and call the coordinating centre.",
    Code.BACKUP_UNPLANNED: "No place for backups is set on this device. Choose one on the page Safe & sent, or with 'retnet-pro site backup'.",
    Code.BACKUP_UNFINISHED: "The backup to {place} was not finished: the place did not answer in time, or this device went off. Nothing was lost. See that the place can be reached, then back up once more.",
    Code.BACKUP_UNFIT: "The backup {path} cannot be used: {why}. Nothing was changed. Take another backup or the right key.",
    Code.PARTICIPANT_UNKNOWN: "There is no participant {subject} at this site. Check the study code.",
    Code.PARTICIPANT_EXISTS: "Participant {subject} is enrolled already. Open the participant from the list.",
    Code.PARTICIPANT_ERASED: "Everything about {subject} was erased by order on {at} (event {seq}). The study code is not used again.",
    Code.NOT_WITHDRAWN: "{subject} has not withdrawn, so there is nothing to take back.",
    Code.DAY_IN_FUTURE: "{day} has not come yet; today is {today}. Choose a day up to today.",
    Code.DAY_BEFORE_CONSENT: "{day} lies before the enrolment on {enrolled}. Compare the day with the source document and choose it again.",
    Code.NOT_RANDOMISED: "This participant is not randomised yet. Somebody who may see the arm records the randomisation first.",
    Code.DAY_BEFORE_RANDOMISATION: "{day} lies before the randomisation on {randomised}. Compare the day with the source document and choose it again.",
    Code.DAY_AFTER_DEATH: "{day} lies after the death on {died}. Compare both days with the source documents and choose again.",
    Code.DEATH_TOO_EARLY: "{day} cannot be the day of death: the record tells of this participant up to {last}. Compare the day with the source document and choose it again.",
    Code.FACT_RECORDED: "This is recorded already, for {day}. Nothing was added.",
    Code.FACT_UNKNOWN: "'{value}' is no value for '{fact}'. Choose one from the list.",
    Code.ARM_CLOSED: "Nobody is randomised to '{arm}' in this study now. Choose the arm again from the randomisation sheet, or call the coordinating centre.",
    Code.REASON_MISSING: "Write down why in a few words; nothing was recorded.",
    Code.RESPONSE_UNKNOWN: "That questionnaire of {subject} is not here as a finished one, or it was erased. Open the participant's page again.",
    Code.FORM_NOT_HERE: "This device does not have '{form}' in the very form that was answered, so nothing in it can be corrected here. Ask the coordinating centre for that form.",
    Code.ITEM_NOT_ASKED: "The question {item} was not asked: an earlier answer hid it. Correct that answer first.",
    Code.NOT_AN_OPTION: "The form has no such answer to the question {item}. Choose one from the list.",
    Code.NOTHING_CHANGED: "That is what stands there already ({item}). Nothing was recorded.",
    Code.ORDER_INCOMPLETE: "An erasure needs the name of who ordered it and the reference of the written order. Nothing was erased.",
    Code.NOT_CONFIRMED: "Type the study code {subject} to confirm. Nothing was erased.",
    Code.NOTHING_TO_ERASE: "Nothing about {subject} is left here to erase.",
    Code.BAD_STUDY_CODE: "'{subject}' is not a study code of this site: {why}. Type it again from the enrolment sheet.",
    Code.TIME_POINT_UNKNOWN: "The study has no time point '{time_point}' for this participant. Choose one from the list.",
    Code.SESSION_UNKNOWN: "There is no open questionnaire with id {session} on this device. Start it again from Today.",
    Code.SESSION_WAITING: "{subject} has an interrupted questionnaire of this visit. Continue it, or close it as partial, on the page Today first.",
    Code.SESSION_INHERITED: "{subject} began this questionnaire on the device before this one, so it cannot go on here. Close it as partial on the page Today; the answers so far are kept.",
    Code.NOTHING_TO_ASK: "{subject} has nothing to answer at '{time_point}': everything is done, or the participant is no longer asked.",
    Code.CLINIC_UNPLANNED: "The study file does not ask for the form '{form}'. Choose one from the participant's list.",
    Code.CLINIC_TOO_EARLY: "{subject} is not randomised yet, and this form can only follow randomisation. Record the randomisation first.",
    Code.CLINIC_ONCE: "{subject} has this form already, and there is only one of it. Open the one in the list and correct it there.",
    Code.CLINIC_NOT_OPEN: "This form of {subject} is not open any more. Go back to the list of forms; nothing was changed.",
    Code.CLINIC_CHANGED: "The form '{form}' was changed since it was begun, so it cannot go on. Set it aside and begin it again.",
    Code.CLINIC_INHERITED: "The form '{form}' was begun on the device before this one, so it cannot be changed here. What stands in it is kept.",
    Code.CLINIC_UNFINISHED: "The form cannot be closed yet: {count} things are missing or asked. They are marked beside their items.",
    Code.RESUME_TOO_LATE: "{subject} began this questionnaire more than {hours} hours ago, so it cannot go on. Close it as partial on the page Today; the answers so far are kept.",
    Code.FORM_CHANGED: "'{form}' or its wording was changed since {subject} began it, so it cannot go on. Close it as partial on the page Today; the answers so far are kept.",
    Code.LICENCE_MISSING: "The wording of '{form}' in language '{language}' here is demonstration wording and not valid for a study. Import the licensed wording pack first.",
    Code.LICENCE_EXPIRED: "The licence for the wording of '{form}' in language '{language}' ended on {expired}. Ask the coordinating centre to have it renewed, then import the wording pack that carries the new licence.",
    Code.APPROVAL_MISSING: "The owner of the wording of '{form}' in language '{language}' has not approved its screens, or approved other words. Have them approved with a book made by 'retnet-pro screens', then import the wording pack that carries the approval.",
    Code.FORM_UNCONFIRMED: "Parts of '{form}' are not certain yet. A coordinator must compare them with the licensed scoring sheet and confirm them with 'retnet-pro site confirm-form' first.",
    Code.NOTHING_TO_SEND: "Everything on this device has been sent and received. There is nothing to export.",
    Code.TRAIL_TOO_LONG: "More than {most} events fit this filter, too many for paper. Narrow the filter, or export the trail as a table.",
    Code.MILESTONE_UNKNOWN: "{subject} has nothing to sign at '{milestone}'. Open the list of signatures again.",
    Code.NOTHING_TO_SIGN: "Nothing waits for a signature at '{milestone}' of {subject}. Nothing was signed.",
    Code.CONTENT_CHANGED: "Something about {subject} was recorded while this page was open. Nothing was signed; look at it again, then sign.",
    Code.STATEMENT_UNCONFIRMED: "Confirm the statement about your signature first. Nothing was signed.",
    Code.ALERT_UNKNOWN: "{subject} has no alert '{rule}' of this questionnaire. Open the list of alerts again; nothing was recorded.",
    Code.ACTION_REFUSED: "That is not possible on this page ({action} on {page}). Nothing was changed.",
    Code.EVENT_BROKEN: "Record {seq} in {path} cannot be read: {why}. Keep the file as it is and call the coordinating centre.",
    Code.CHAIN_BROKEN: "The record in {path} does not hold together from event {seq} on: {why}. Keep the file as it is and call the coordinating centre.",
    Code.SEAL_BROKEN: "{what} cannot be opened with this key, or it was changed on the way. Ask the sender to send it again.",
    Code.PAYLOAD_BROKEN: "The content of {what} is not in the agreed form: {why}. It was set aside, nothing else is affected.",
    Code.BUNDLE_BROKEN: "The bundle {path} is incomplete or changed: {why}. Copy it again from the tablet; nothing was taken in.",
    Code.BUNDLE_UNSIGNED: "The bundle {path} carries no valid signature of a tablet ({why}). Nothing was taken in; export it again on the tablet.",
    Code.BUNDLE_FOREIGN: "The bundle {path} is not meant for this centre or this trial: {why}. Nothing was taken in.",
    Code.BUNDLE_TOO_LARGE: "The bundle {path} is larger than {limit} bytes. Nothing was taken in; export again in smaller parts.",
    Code.DEVICE_UNKNOWN: "The tablet {device} is not enrolled at this centre. Compare its fingerprint with the site and enrol it first.",
    Code.DEVICE_EXISTS: "The tablet {device} or its key is enrolled at this centre already. Nothing was changed; give a new tablet a new id.",
    Code.DEVICE_REVOKED: "The tablet {device} was closed at this centre on {at}. What comes from it since is put in quarantine and not opened.",
    Code.FINGERPRINT_DIFFERS: "The fingerprint typed for {device} is not that of its key. Nothing was enrolled; read it again from the tablet itself, and if it still differs, do not trust the bundle.",
    Code.ESCROW_MISSING: "This centre holds no sealed copy of the site key from the tablet {device}. Take in a bundle of that tablet first, or use another tablet of the site.",
    Code.CEREMONY_STOPPED: "The ceremony stopped: {why}. No keys are in use; begin again with a new folder.",
    Code.CENTRE_BROKEN: "The file {path} of this centre cannot be used: {why}. Nothing was changed; put the file back from a backup.",
    Code.RECEIPT_BROKEN: "The receipt {path} is not a valid receipt for this tablet: {why}. The data stay unsent; fetch the receipt again.",
    Code.HISTORY_FORKED: "The centre holds another history of this device ({why}). Start no new questionnaire on this device and call the coordinating centre.",
    Code.PACK_BROKEN: "The pack {path} was refused: {why}. Ask the coordinating centre for a new one.",
    Code.TRUST_EXPIRED: "The pack {path} was not taken in, because the centre's trust pack on this tablet ended on {expired}. Take in a new trust pack of the coordinating centre first. Questionnaires and bundles go on.",
    Code.PACK_EXPIRED: "The pack {path} expired on {expired}. Ask the coordinating centre for a new one.",
    Code.PACK_OLD: "The pack {path} is older than what is in force here: it is version {version}, and version {known} was taken in before. Nothing was changed.",
    Code.PACK_FOREIGN: "The pack {path} is not meant for this tablet: {why}. Nothing was changed.",
    Code.PACK_UNFIT: "The pack {path} was refused, because its content cannot be used: {findings}. Ask the coordinating centre for a mended one.",
    Code.PACK_ALTERED: "The file {path} is not the one the coordinating centre signed. Delete that file and start again; the signed one is put back.",
    Code.WELCOME_BROKEN: "The welcome {path} was refused: {why}. Make a new one on the tablet of the site that works already.",
    Code.WELCOME_FOREIGN: "The welcome {path} is not meant for this tablet: {why}. Make a new one for what 'retnet-pro site join' shows here.",
    Code.WELCOME_GIVEN: "The recipient {recipient} was let in before, and each is used once. Begin again on the new tablet with 'retnet-pro site join'.",
    Code.JOIN_NOT_BEGUN: "This tablet has not asked to join a site ({path}). Begin with 'retnet-pro site join' and the centre's trust pack.",
    Code.RECOVERY_NOT_ASKED: "This tablet waits for no recovery: it has not asked, or the answer was used already. Ask with 'retnet-pro site ask-recovery' first.",
    Code.SPOKEN_DIFFERS: "The check digits typed are not those of {what}. Nothing was done; read them again from the other screen, and if they still differ, trust neither.",
    Code.TRANSPORT_UNREACHABLE: "{place} cannot be reached ({why}). The data stay safe here; check the stick or folder and try again.",
    Code.QT_LIBRARIES_MISSING: "The window system libraries are missing ({why}). On Debian or Ubuntu type: sudo apt-get install {packages}",
    Code.UNEXPECTED: "Something went wrong that should not have ({why}). Everything confirmed so far is safe. Start the program again; if it happens again, call the coordinating centre.",
}


class _Known(dict[str, object]):
    """Facts for a template; a fact nobody gave reads as a dash instead of failing inside a failure."""

    def __missing__(self, key: str) -> str:
        return "-"


def fill(template: str, facts: Mapping[str, object]) -> str:
    """Put facts into a sentence; never raises, because it runs while something else has already failed."""
    return string.Formatter().vformat(template, (), _Known(facts))


def sentence(error: RetnetError) -> str:
    """Return the English sentence for a failure."""
    return fill(SENTENCES[error.code], error.facts)
