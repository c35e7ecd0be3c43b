"""What belongs to an organisation, and may be shared with one other."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column


class Eigendom:
    """Rows that only their owner sees, and the organisation they are shared with.

    Every query through `web.access` is limited to these rows by itself (see `web.access.grenzen`). A bid
    belongs to its bidder; it is shared with the region at the opening of the vault, not before.
    """

    iedereen_leest: ClassVar[bool] = False
    """Public, as a tender is: every organisation reads these rows, only the owner writes them."""

    @declared_attr
    def eigenaar_id(cls) -> Mapped[str]:  # noqa: N805 - SQLAlchemy's way
        return mapped_column(ForeignKey("organisaties.id"), index=True)

    @declared_attr
    def gedeeld_met_id(cls) -> Mapped[str | None]:  # noqa: N805
        return mapped_column(ForeignKey("organisaties.id"), default=None, index=True)
