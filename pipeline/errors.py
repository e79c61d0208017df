"""Every error a user can meet. The message is one line and says what to do about it."""


class ArticlefactsError(Exception):
    """Base of all errors that the command prints as one line; `exit_code` is the command's exit status."""

    exit_code = 1


class ArticleRejected(ArticlefactsError):
    """An article cannot be read; the message becomes `documents.reason`. Never stops the other articles."""


class WorkspaceError(ArticlefactsError):
    """`raw/` or `processed/` is missing, not a folder, or not writable."""

    exit_code = 3


class WorkspaceLocked(ArticlefactsError):
    """Another run holds the workspace; the message names the holder."""

    exit_code = 4


class TablesInvalid(ArticlefactsError):
    """Tables break their schema, their keys, a reference or a span; nothing was published."""

    exit_code = 5


class NothingPublished(ArticlefactsError):
    """The folder holds no published tables yet."""

    exit_code = 6


class UnknownName(ArticlefactsError):
    """No entity of the published tables has such a name."""

    exit_code = 7


class ModelError(ArticlefactsError):
    """The spaCy pipeline asked for cannot be loaded."""

    exit_code = 8


class ReviewUnreadable(ArticlefactsError):
    """`review.toml` cannot be read, or contradicts itself."""

    exit_code = 10


class FlowError(ArticlefactsError):
    """Prefect cannot run or schedule the flow; the pipeline itself may be fine."""

    exit_code = 9
