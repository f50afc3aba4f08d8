"""Words for where an import stands: in the list of files, and under the one that is shown."""

from decimal import Decimal

from desktop_app.engine.importing import Imported
from desktop_app.ui import numbers, text
from desktop_app.ui.dialogs.import_job import ImportJob, Stage
from desktop_app.ui.i18n import tr


def status(job: ImportJob) -> str:
    """Return in a few words where a job stands, for the list of files."""
    if job.done is not None:
        return tr("{count} new").format(count=numbers.plain(Decimal(job.done.added), 0))
    return {
        Stage.NEW: tr("not looked at yet"),
        Stage.LOOKING: tr("looking…"),
        Stage.ASKING: tr("has a question"),
        Stage.READING: tr("reading…"),
        Stage.READY: tr("ready"),
        Stage.SAVING: tr("importing…"),
        Stage.STOPPED: tr("stopped"),
        Stage.FAILED: tr("cannot be read"),
    }.get(job.stage, "")


def outlook(job: ImportJob) -> str:
    """Return the sentence under the file: what is going on, what stands in the way of importing, or what came of it."""
    if job.stage is Stage.READY and job.parsed is not None:
        if job.whole and job.parsed.rejects:
            return tr(
                "%n row(s) would be rejected: mend the file, or import the good rows.", "", len(job.parsed.rejects)
            )
        return tr("Nothing is stored yet.")
    if job.stage is Stage.DONE and job.done is not None:
        return result(job.done)
    if job.stage is Stage.FAILED:
        return job.failure
    return {
        Stage.NEW: "",
        Stage.LOOKING: tr("Looking at the file…"),
        Stage.ASKING: tr("Answer what is open first."),
        Stage.READING: tr("Reading all rows; nothing is stored yet…"),
        Stage.SAVING: tr("Storing, and looking for crossings…"),
        Stage.STOPPED: tr("Stopped. Nothing was stored."),
    }.get(job.stage, "")


def result(done: Imported) -> str:
    """Return what an import did, in a sentence or more."""
    words = [text.imported(done)]
    if done.rejected:
        words.append(tr("%n row(s) were rejected.", "", done.rejected))
    if done.found:
        words.append(tr("%n crossing(s) found that nobody was told of.", "", len(done.found)))
    return text.in_sequence(*words)
