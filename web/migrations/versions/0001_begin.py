"""All tables of the first version; written by scripts/migration, not by hand."""

import sqlalchemy as sa
from alembic import op

from web.audit import onveranderlijk

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aanmeldingen",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("verifier", sa.String(), nullable=False),
        sa.Column("naar", sa.String(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_aanmeldingen")),
    )
    op.create_index(op.f("ix_aanmeldingen_gemaakt"), "aanmeldingen", ["gemaakt"], unique=False)
    op.create_table(
        "logregels",
        sa.Column(
            "nummer",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("handeling", sa.String(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("rollen", sa.String(), nullable=False),
        sa.Column("organisatie_id", sa.String(), nullable=False),
        sa.Column("namens", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("deel", sa.String(), nullable=False),
        sa.Column("adres", sa.String(), nullable=False),
        sa.Column("verzoek", sa.String(), nullable=False),
        sa.Column("vorige", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_logregels")),
    )
    op.create_index(op.f("ix_logregels_record"), "logregels", ["record"], unique=False)
    op.create_index(op.f("ix_logregels_soort"), "logregels", ["soort"], unique=False)
    op.create_table(
        "organisaties",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("beheerd_door_id", sa.String(), nullable=True),
        sa.Column("kvk", sa.String(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["beheerd_door_id"], ["organisaties.id"], name=op.f("fk_organisaties_beheerd_door_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisaties")),
    )
    op.create_index(
        op.f("ix_organisaties_beheerd_door_id"), "organisaties", ["beheerd_door_id"], unique=False
    )
    op.create_index(op.f("ix_organisaties_kvk"), "organisaties", ["kvk"], unique=False)
    op.create_table(
        "tellers",
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("begin", sa.DateTime(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_tellers")),
    )
    op.create_index(op.f("ix_tellers_begin"), "tellers", ["begin"], unique=False)
    op.create_table(
        "aanbestedingen",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("catalogus", sa.String(), nullable=False),
        sa.Column("sluiting", sa.DateTime(), nullable=False),
        sa.Column("venster_uren", sa.Integer(), nullable=False),
        sa.Column("kluis_ontvanger", sa.String(), nullable=True),
        sa.Column("geopend", sa.DateTime(), nullable=True),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("percelen", sa.JSON(), nullable=False),
        sa.Column("mijlpalen", sa.JSON(), nullable=False),
        sa.Column("wegingen", sa.JSON(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_aanbestedingen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_aanbestedingen_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanbestedingen")),
    )
    op.create_index(op.f("ix_aanbestedingen_eigenaar_id"), "aanbestedingen", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_aanbestedingen_gedeeld_met_id"), "aanbestedingen", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "accountaanvragen",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("volgcode", sa.String(), nullable=False),
        sa.Column("organisatie", sa.String(), nullable=False),
        sa.Column("kvk", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("inlognaam", sa.String(), nullable=False),
        sa.Column("wachtwoord", sa.String(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("besloten", sa.DateTime(), nullable=True),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_accountaanvragen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_accountaanvragen_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accountaanvragen")),
        sa.UniqueConstraint("volgcode", name=op.f("uq_accountaanvragen_volgcode")),
    )
    op.create_index(
        op.f("ix_accountaanvragen_eigenaar_id"), "accountaanvragen", ["eigenaar_id"], unique=False
    )
    op.create_index(
        op.f("ix_accountaanvragen_gedeeld_met_id"), "accountaanvragen", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "gebruikers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("organisatie_id", sa.String(), nullable=False),
        sa.Column("inlognaam", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("rollen", sa.JSON(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisaties.id"], name=op.f("fk_gebruikers_organisatie_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebruikers")),
        sa.UniqueConstraint("inlognaam", name=op.f("uq_gebruikers_inlognaam")),
    )
    op.create_index(op.f("ix_gebruikers_organisatie_id"), "gebruikers", ["organisatie_id"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("errors", sa.String(), nullable=False),
        sa.Column("stop_requested", sa.Boolean(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("interruptions", sa.Integer(), nullable=False),
        sa.Column("lease", sa.DateTime(), nullable=True),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=True),
        sa.Column("ended", sa.DateTime(), nullable=True),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["eigenaar_id"], ["organisaties.id"], name=op.f("fk_jobs_eigenaar_id")),
        sa.ForeignKeyConstraint(["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_jobs_gedeeld_met_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_index(op.f("ix_jobs_eigenaar_id"), "jobs", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_jobs_gedeeld_met_id"), "jobs", ["gedeeld_met_id"], unique=False)
    op.create_index(op.f("ix_jobs_status"), "jobs", ["status"], unique=False)
    op.create_index(op.f("ix_jobs_subject_id"), "jobs", ["subject_id"], unique=False)
    op.create_table(
        "plaatsingsrondes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("seconden", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("geplaatst", sa.Integer(), nullable=True),
        sa.Column("gepubliceerd", sa.DateTime(), nullable=True),
        sa.Column("basis_id", sa.String(), nullable=True),
        sa.Column("belofte", sa.Integer(), nullable=False),
        sa.Column("niet_geplaatst", sa.Integer(), nullable=True),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["basis_id"],
            ["plaatsingsrondes.id"],
            name=op.f("fk_plaatsingsrondes_basis_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_plaatsingsrondes_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_plaatsingsrondes_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plaatsingsrondes")),
    )
    op.create_index(
        op.f("ix_plaatsingsrondes_eigenaar_id"), "plaatsingsrondes", ["eigenaar_id"], unique=False
    )
    op.create_index(
        op.f("ix_plaatsingsrondes_gedeeld_met_id"), "plaatsingsrondes", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "registerimporten",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("bestanden", sa.JSON(), nullable=False),
        sa.Column("kolommen", sa.JSON(), nullable=False),
        sa.Column("opmerkingen", sa.JSON(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_registerimporten_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_registerimporten_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registerimporten")),
    )
    op.create_index(
        op.f("ix_registerimporten_eigenaar_id"), "registerimporten", ["eigenaar_id"], unique=False
    )
    op.create_index(
        op.f("ix_registerimporten_gedeeld_met_id"), "registerimporten", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "registerrijen",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("velden", sa.JSON(), nullable=False),
        sa.Column("gewijzigd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_registerrijen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_registerrijen_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registerrijen")),
        sa.UniqueConstraint("eigenaar_id", "soort", "sleutel", name=op.f("uq_registerrijen_eigenaar_id")),
    )
    op.create_index(op.f("ix_registerrijen_eigenaar_id"), "registerrijen", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_registerrijen_gedeeld_met_id"), "registerrijen", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "registerwijzigingen",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("rij_id", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("veld", sa.String(), nullable=False),
        sa.Column("oud", sa.String(), nullable=False),
        sa.Column("nieuw", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_registerwijzigingen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_registerwijzigingen_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registerwijzigingen")),
    )
    op.create_index(
        op.f("ix_registerwijzigingen_eigenaar_id"), "registerwijzigingen", ["eigenaar_id"], unique=False
    )
    op.create_index(
        op.f("ix_registerwijzigingen_gedeeld_met_id"), "registerwijzigingen", ["gedeeld_met_id"], unique=False
    )
    op.create_index(op.f("ix_registerwijzigingen_rij_id"), "registerwijzigingen", ["rij_id"], unique=False)
    op.create_table(
        "aanwijzingen",
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("perceel", sa.Integer(), nullable=False),
        sa.Column("criterium", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"],
            ["aanbestedingen.id"],
            name=op.f("fk_aanwijzingen_aanbesteding_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_aanwijzingen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_aanwijzingen_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_aanwijzingen_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint(
            "aanbesteding_id", "perceel", "criterium", "gebruiker_id", name=op.f("pk_aanwijzingen")
        ),
    )
    op.create_index(op.f("ix_aanwijzingen_eigenaar_id"), "aanwijzingen", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_aanwijzingen_gedeeld_met_id"), "aanwijzingen", ["gedeeld_met_id"], unique=False)
    op.create_table(
        "apisleutels",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("bereik", sa.JSON(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("verloopt", sa.DateTime(), nullable=False),
        sa.Column("gebruikt", sa.DateTime(), nullable=True),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_apisleutels_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_apisleutels_gebruiker_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_apisleutels_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apisleutels")),
        sa.UniqueConstraint("hash", name=op.f("uq_apisleutels_hash")),
    )
    op.create_index(op.f("ix_apisleutels_eigenaar_id"), "apisleutels", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_apisleutels_gebruiker_id"), "apisleutels", ["gebruiker_id"], unique=False)
    op.create_index(op.f("ix_apisleutels_gedeeld_met_id"), "apisleutels", ["gedeeld_met_id"], unique=False)
    op.create_table(
        "besluitstappen",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("ronde_id", sa.String(), nullable=False),
        sa.Column("jeugdige_id", sa.String(), nullable=False),
        sa.Column("groep_id", sa.String(), nullable=False),
        sa.Column("stand", sa.String(), nullable=False),
        sa.Column("redencode", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("afwijkingen", sa.JSON(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_besluitstappen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_besluitstappen_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["ronde_id"], ["plaatsingsrondes.id"], name=op.f("fk_besluitstappen_ronde_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_besluitstappen")),
    )
    op.create_index(op.f("ix_besluitstappen_eigenaar_id"), "besluitstappen", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_besluitstappen_gedeeld_met_id"), "besluitstappen", ["gedeeld_met_id"], unique=False
    )
    op.create_index(op.f("ix_besluitstappen_ronde_id"), "besluitstappen", ["ronde_id"], unique=False)
    op.create_table(
        "bewaarde_antwoorden",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("gedeeld", sa.Boolean(), nullable=False),
        sa.Column("vraag", sa.String(), nullable=False),
        sa.Column("gesprek", sa.JSON(), nullable=False),
        sa.Column("gelezen_als", sa.String(), nullable=False),
        sa.Column("kort", sa.String(), nullable=False),
        sa.Column("antwoord", sa.String(), nullable=False),
        sa.Column("citaten", sa.JSON(), nullable=False),
        sa.Column("versies", sa.JSON(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_bewaarde_antwoorden_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_bewaarde_antwoorden_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_bewaarde_antwoorden_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewaarde_antwoorden")),
    )
    op.create_index(
        op.f("ix_bewaarde_antwoorden_eigenaar_id"), "bewaarde_antwoorden", ["eigenaar_id"], unique=False
    )
    op.create_index(
        op.f("ix_bewaarde_antwoorden_gebruiker_id"), "bewaarde_antwoorden", ["gebruiker_id"], unique=False
    )
    op.create_index(
        op.f("ix_bewaarde_antwoorden_gedeeld_met_id"), "bewaarde_antwoorden", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "gunningsstappen",
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("perceel", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("bezwaar_tot", sa.Date(), nullable=True),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("vergelijking", sa.String(), nullable=False),
        sa.Column("gegund", sa.JSON(), nullable=False),
        sa.Column("uitslag", sa.JSON(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"], ["aanbestedingen.id"], name=op.f("fk_gunningsstappen_aanbesteding_id")
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_gunningsstappen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_gunningsstappen_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_gunningsstappen_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("volgnummer", name=op.f("pk_gunningsstappen")),
    )
    op.create_index(
        op.f("ix_gunningsstappen_aanbesteding_id"), "gunningsstappen", ["aanbesteding_id"], unique=False
    )
    op.create_index(op.f("ix_gunningsstappen_eigenaar_id"), "gunningsstappen", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_gunningsstappen_gedeeld_met_id"), "gunningsstappen", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "herstelcodes",
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_herstelcodes_gebruiker_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("gebruiker_id", "hash", name=op.f("pk_herstelcodes")),
    )
    op.create_table(
        "inzendingen",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"], ["aanbestedingen.id"], name=op.f("fk_inzendingen_aanbesteding_id")
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_inzendingen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_inzendingen_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inzendingen")),
        sa.UniqueConstraint("aanbesteding_id", "eigenaar_id", name=op.f("uq_inzendingen_aanbesteding_id")),
    )
    op.create_index(op.f("ix_inzendingen_aanbesteding_id"), "inzendingen", ["aanbesteding_id"], unique=False)
    op.create_index(op.f("ix_inzendingen_eigenaar_id"), "inzendingen", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_inzendingen_gedeeld_met_id"), "inzendingen", ["gedeeld_met_id"], unique=False)
    op.create_table(
        "kluislagen",
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("eerste_id", sa.String(), nullable=False),
        sa.Column("tweede_id", sa.String(), nullable=False),
        sa.Column("versleuteld", sa.Text(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"],
            ["aanbestedingen.id"],
            name=op.f("fk_kluislagen_aanbesteding_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["eerste_id"], ["gebruikers.id"], name=op.f("fk_kluislagen_eerste_id")),
        sa.ForeignKeyConstraint(["eigenaar_id"], ["organisaties.id"], name=op.f("fk_kluislagen_eigenaar_id")),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_kluislagen_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(["tweede_id"], ["gebruikers.id"], name=op.f("fk_kluislagen_tweede_id")),
        sa.PrimaryKeyConstraint("aanbesteding_id", "eerste_id", "tweede_id", name=op.f("pk_kluislagen")),
    )
    op.create_index(op.f("ix_kluislagen_eigenaar_id"), "kluislagen", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_kluislagen_gedeeld_met_id"), "kluislagen", ["gedeeld_met_id"], unique=False)
    op.create_table(
        "kluisopeningen",
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("eerste_id", sa.String(), nullable=False),
        sa.Column("begonnen", sa.DateTime(), nullable=False),
        sa.Column("halve", sa.JSON(), nullable=False),
        sa.Column("tweede_id", sa.String(), nullable=True),
        sa.Column("geopend", sa.DateTime(), nullable=True),
        sa.Column("voor_server", sa.Text(), nullable=True),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"],
            ["aanbestedingen.id"],
            name=op.f("fk_kluisopeningen_aanbesteding_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["eerste_id"], ["gebruikers.id"], name=op.f("fk_kluisopeningen_eerste_id")),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_kluisopeningen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_kluisopeningen_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(["tweede_id"], ["gebruikers.id"], name=op.f("fk_kluisopeningen_tweede_id")),
        sa.PrimaryKeyConstraint("aanbesteding_id", name=op.f("pk_kluisopeningen")),
    )
    op.create_index(op.f("ix_kluisopeningen_eigenaar_id"), "kluisopeningen", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_kluisopeningen_gedeeld_met_id"), "kluisopeningen", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "koppelingen",
        sa.Column("uitgever", sa.String(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_koppelingen_gebruiker_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("uitgever", "onderwerp", name=op.f("pk_koppelingen")),
    )
    op.create_index(op.f("ix_koppelingen_gebruiker_id"), "koppelingen", ["gebruiker_id"], unique=False)
    op.create_table(
        "rondleidingen",
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("gedaan", sa.JSON(), nullable=False),
        sa.Column("gesloten", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_rondleidingen_gebruiker_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("gebruiker_id", name=op.f("pk_rondleidingen")),
    )
    op.create_table(
        "sessies",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("kenmerk", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("nog", sa.String(), nullable=False),
        sa.Column("adres", sa.String(), nullable=False),
        sa.Column("apparaat", sa.String(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("gezien", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_sessies_gebruiker_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_sessies")),
        sa.UniqueConstraint("kenmerk", name=op.f("uq_sessies_kenmerk")),
    )
    op.create_index(op.f("ix_sessies_gebruiker_id"), "sessies", ["gebruiker_id"], unique=False)
    op.create_table(
        "sleutelhouders",
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("publiek", sa.String(), nullable=True),
        sa.Column("beproefd", sa.DateTime(), nullable=True),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"],
            ["aanbestedingen.id"],
            name=op.f("fk_sleutelhouders_aanbesteding_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_sleutelhouders_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_sleutelhouders_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_sleutelhouders_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("aanbesteding_id", "gebruiker_id", name=op.f("pk_sleutelhouders")),
    )
    op.create_index(op.f("ix_sleutelhouders_eigenaar_id"), "sleutelhouders", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_sleutelhouders_gedeeld_met_id"), "sleutelhouders", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "tweede_stappen",
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("geheim", sa.String(), nullable=False),
        sa.Column("bevestigd", sa.Boolean(), nullable=False),
        sa.Column("laatste", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_tweede_stappen_gebruiker_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("gebruiker_id", name=op.f("pk_tweede_stappen")),
    )
    op.create_table(
        "uitlegverzoeken",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("ronde_id", sa.String(), nullable=False),
        sa.Column("jeugdige_id", sa.String(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_uitlegverzoeken_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_uitlegverzoeken_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["ronde_id"],
            ["plaatsingsrondes.id"],
            name=op.f("fk_uitlegverzoeken_ronde_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitlegverzoeken")),
    )
    op.create_index(op.f("ix_uitlegverzoeken_eigenaar_id"), "uitlegverzoeken", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_uitlegverzoeken_gedeeld_met_id"), "uitlegverzoeken", ["gedeeld_met_id"], unique=False
    )
    op.create_index(op.f("ix_uitlegverzoeken_ronde_id"), "uitlegverzoeken", ["ronde_id"], unique=False)
    op.create_table(
        "varianten",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("ronde_id", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("voornemen", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("punten", sa.Integer(), nullable=True),
        sa.Column("verschuift", sa.Integer(), nullable=True),
        sa.Column("ronde_gemaakt_id", sa.String(), nullable=True),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["eigenaar_id"], ["organisaties.id"], name=op.f("fk_varianten_eigenaar_id")),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_varianten_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["ronde_id"], ["plaatsingsrondes.id"], name=op.f("fk_varianten_ronde_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_varianten")),
    )
    op.create_index(op.f("ix_varianten_eigenaar_id"), "varianten", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_varianten_gedeeld_met_id"), "varianten", ["gedeeld_met_id"], unique=False)
    op.create_index(op.f("ix_varianten_ronde_id"), "varianten", ["ronde_id"], unique=False)
    op.create_table(
        "wachtwoorden",
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("eenmalig", sa.Boolean(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_wachtwoorden_gebruiker_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("gebruiker_id", name=op.f("pk_wachtwoorden")),
    )
    op.create_table(
        "werkplekken",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("percelen", sa.JSON(), nullable=False),
        sa.Column("vormen", sa.JSON(), nullable=False),
        sa.Column("gevallen", sa.JSON(), nullable=False),
        sa.Column("vinkjes", sa.JSON(), nullable=False),
        sa.Column("gewijzigd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"],
            ["aanbestedingen.id"],
            name=op.f("fk_werkplekken_aanbesteding_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_werkplekken_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_werkplekken_gedeeld_met_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_werkplekken")),
        sa.UniqueConstraint("aanbesteding_id", "eigenaar_id", name=op.f("uq_werkplekken_aanbesteding_id")),
    )
    op.create_index(op.f("ix_werkplekken_eigenaar_id"), "werkplekken", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_werkplekken_gedeeld_met_id"), "werkplekken", ["gedeeld_met_id"], unique=False)
    op.create_table(
        "herkansingen",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("inzending_id", sa.String(), nullable=False),
        sa.Column("tot", sa.DateTime(), nullable=False),
        sa.Column("uitleg", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("gebruikt", sa.DateTime(), nullable=True),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_herkansingen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_herkansingen_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inzending_id"],
            ["inzendingen.id"],
            name=op.f("fk_herkansingen_inzending_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_herkansingen")),
        sa.UniqueConstraint("inzending_id", name=op.f("uq_herkansingen_inzending_id")),
    )
    op.create_index(op.f("ix_herkansingen_eigenaar_id"), "herkansingen", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_herkansingen_gedeeld_met_id"), "herkansingen", ["gedeeld_met_id"], unique=False)
    op.create_table(
        "inschrijvingen",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("doel", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("inzending_id", sa.String(), nullable=True),
        sa.Column("eerdere_id", sa.String(), nullable=True),
        sa.Column("werkplek_id", sa.String(), nullable=True),
        sa.Column("vorige_id", sa.String(), nullable=True),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("bewaren_tot", sa.DateTime(), nullable=True),
        sa.Column("knockouts", sa.Integer(), nullable=True),
        sa.Column("aandachtspunten", sa.Integer(), nullable=True),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eerdere_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_inschrijvingen_eerdere_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_inschrijvingen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_inschrijvingen_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inzending_id"], ["inzendingen.id"], name=op.f("fk_inschrijvingen_inzending_id")
        ),
        sa.ForeignKeyConstraint(
            ["vorige_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_inschrijvingen_vorige_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["werkplek_id"],
            ["werkplekken.id"],
            name=op.f("fk_inschrijvingen_werkplek_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inschrijvingen")),
        sa.UniqueConstraint("eerdere_id", name=op.f("uq_inschrijvingen_eerdere_id")),
        sa.UniqueConstraint("inzending_id", name=op.f("uq_inschrijvingen_inzending_id")),
    )
    op.create_index(op.f("ix_inschrijvingen_eigenaar_id"), "inschrijvingen", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_inschrijvingen_gedeeld_met_id"), "inschrijvingen", ["gedeeld_met_id"], unique=False
    )
    op.create_index(op.f("ix_inschrijvingen_vorige_id"), "inschrijvingen", ["vorige_id"], unique=False)
    op.create_index(op.f("ix_inschrijvingen_werkplek_id"), "inschrijvingen", ["werkplek_id"], unique=False)
    op.create_table(
        "inzendingversies",
        sa.Column("inzending_id", sa.String(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("bewijs", sa.String(), nullable=False),
        sa.Column("ontvangen", sa.DateTime(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("vervallen", sa.DateTime(), nullable=True),
        sa.Column("reden", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inzending_id"],
            ["inzendingen.id"],
            name=op.f("fk_inzendingversies_inzending_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("inzending_id", "nummer", name=op.f("pk_inzendingversies")),
        sa.UniqueConstraint("bewijs", name=op.f("uq_inzendingversies_bewijs")),
    )
    op.create_table(
        "ontvangsten",
        sa.Column("inzending_id", sa.String(), nullable=False),
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("ontvangen", sa.DateTime(), nullable=False),
        sa.Column("ingetrokken", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"], ["aanbestedingen.id"], name=op.f("fk_ontvangsten_aanbesteding_id")
        ),
        sa.ForeignKeyConstraint(
            ["inzending_id"], ["inzendingen.id"], name=op.f("fk_ontvangsten_inzending_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("inzending_id", name=op.f("pk_ontvangsten")),
    )
    op.create_index(op.f("ix_ontvangsten_aanbesteding_id"), "ontvangsten", ["aanbesteding_id"], unique=False)
    op.create_table(
        "bevindingbesluiten",
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("inschrijving_id", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("staat", sa.Boolean(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("bevinding", sa.JSON(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_bevindingbesluiten_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_bevindingbesluiten_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_bevindingbesluiten_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_bevindingbesluiten_inschrijving_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("volgnummer", name=op.f("pk_bevindingbesluiten")),
    )
    op.create_index(
        op.f("ix_bevindingbesluiten_eigenaar_id"), "bevindingbesluiten", ["eigenaar_id"], unique=False
    )
    op.create_index(
        op.f("ix_bevindingbesluiten_gedeeld_met_id"), "bevindingbesluiten", ["gedeeld_met_id"], unique=False
    )
    op.create_index(
        op.f("ix_bevindingbesluiten_inschrijving_id"), "bevindingbesluiten", ["inschrijving_id"], unique=False
    )
    op.create_table(
        "consensusscores",
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("inschrijving_id", sa.String(), nullable=False),
        sa.Column("perceel", sa.Integer(), nullable=False),
        sa.Column("criterium", sa.String(), nullable=False),
        sa.Column("ronde", sa.Integer(), nullable=False),
        sa.Column("punten", sa.Integer(), nullable=False),
        sa.Column("motivering", sa.String(), nullable=False),
        sa.Column("verschil", sa.String(), nullable=False),
        sa.Column("aanwezig", sa.JSON(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"], ["aanbestedingen.id"], name=op.f("fk_consensusscores_aanbesteding_id")
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_consensusscores_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_consensusscores_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_consensusscores_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_consensusscores_inschrijving_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("volgnummer", name=op.f("pk_consensusscores")),
    )
    op.create_index(
        op.f("ix_consensusscores_aanbesteding_id"), "consensusscores", ["aanbesteding_id"], unique=False
    )
    op.create_index(op.f("ix_consensusscores_eigenaar_id"), "consensusscores", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_consensusscores_gedeeld_met_id"), "consensusscores", ["gedeeld_met_id"], unique=False
    )
    op.create_index(
        op.f("ix_consensusscores_inschrijving_id"), "consensusscores", ["inschrijving_id"], unique=False
    )
    op.create_table(
        "eisbesluiten",
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("inschrijving_id", sa.String(), nullable=False),
        sa.Column("eis", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("correctie", sa.JSON(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_eisbesluiten_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_eisbesluiten_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_eisbesluiten_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_eisbesluiten_inschrijving_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("volgnummer", name=op.f("pk_eisbesluiten")),
    )
    op.create_index(op.f("ix_eisbesluiten_eigenaar_id"), "eisbesluiten", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_eisbesluiten_gedeeld_met_id"), "eisbesluiten", ["gedeeld_met_id"], unique=False)
    op.create_index(
        op.f("ix_eisbesluiten_inschrijving_id"), "eisbesluiten", ["inschrijving_id"], unique=False
    )
    op.create_table(
        "ingediende_bestanden",
        sa.Column("inschrijving_id", sa.String(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("opslagnaam", sa.String(), nullable=False),
        sa.Column("grootte", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inschrijving_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_ingediende_bestanden_inschrijving_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("inschrijving_id", "nummer", name=op.f("pk_ingediende_bestanden")),
    )
    op.create_table(
        "inzendingbestanden",
        sa.Column("opslag", sa.String(), nullable=False),
        sa.Column("inzending_id", sa.String(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("grootte", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inzending_id", "versie"],
            ["inzendingversies.inzending_id", "inzendingversies.nummer"],
            name=op.f("fk_inzendingbestanden_inzending_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("opslag", name=op.f("pk_inzendingbestanden")),
    )
    op.create_index(
        op.f("ix_inzendingbestanden_inzending_id"), "inzendingbestanden", ["inzending_id"], unique=False
    )
    op.create_table(
        "lijstvragen",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("inschrijving_id", sa.String(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("aanleiding", sa.String(), nullable=False),
        sa.Column("bewijs", sa.JSON(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_lijstvragen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_lijstvragen_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_lijstvragen_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_lijstvragen_inschrijving_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lijstvragen")),
        sa.UniqueConstraint("inschrijving_id", "sleutel", name=op.f("uq_lijstvragen_inschrijving_id")),
    )
    op.create_index(op.f("ix_lijstvragen_eigenaar_id"), "lijstvragen", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_lijstvragen_gedeeld_met_id"), "lijstvragen", ["gedeeld_met_id"], unique=False)
    op.create_index(op.f("ix_lijstvragen_inschrijving_id"), "lijstvragen", ["inschrijving_id"], unique=False)
    op.create_table(
        "scores",
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("inschrijving_id", sa.String(), nullable=False),
        sa.Column("perceel", sa.Integer(), nullable=False),
        sa.Column("criterium", sa.String(), nullable=False),
        sa.Column("ronde", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("punten", sa.Integer(), nullable=True),
        sa.Column("motivering", sa.String(), nullable=False),
        sa.Column("ingediend", sa.DateTime(), nullable=True),
        sa.Column("gewijzigd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"], ["aanbestedingen.id"], name=op.f("fk_scores_aanbesteding_id")
        ),
        sa.ForeignKeyConstraint(["eigenaar_id"], ["organisaties.id"], name=op.f("fk_scores_eigenaar_id")),
        sa.ForeignKeyConstraint(["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_scores_gebruiker_id")),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_scores_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_scores_inschrijving_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "inschrijving_id", "perceel", "criterium", "ronde", "gebruiker_id", name=op.f("pk_scores")
        ),
    )
    op.create_index(op.f("ix_scores_aanbesteding_id"), "scores", ["aanbesteding_id"], unique=False)
    op.create_index(op.f("ix_scores_eigenaar_id"), "scores", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_scores_gedeeld_met_id"), "scores", ["gedeeld_met_id"], unique=False)
    op.create_table(
        "toelatingen",
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("inschrijving_id", sa.String(), nullable=False),
        sa.Column("perceel", sa.Integer(), nullable=False),
        sa.Column("besluit", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("plekken", sa.JSON(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"], ["aanbestedingen.id"], name=op.f("fk_toelatingen_aanbesteding_id")
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_toelatingen_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_toelatingen_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_toelatingen_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_toelatingen_inschrijving_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("volgnummer", name=op.f("pk_toelatingen")),
    )
    op.create_index(op.f("ix_toelatingen_aanbesteding_id"), "toelatingen", ["aanbesteding_id"], unique=False)
    op.create_index(op.f("ix_toelatingen_eigenaar_id"), "toelatingen", ["eigenaar_id"], unique=False)
    op.create_index(op.f("ix_toelatingen_gedeeld_met_id"), "toelatingen", ["gedeeld_met_id"], unique=False)
    op.create_index(op.f("ix_toelatingen_inschrijving_id"), "toelatingen", ["inschrijving_id"], unique=False)
    op.create_table(
        "tweede_beurten",
        sa.Column("inschrijving_id", sa.String(), nullable=False),
        sa.Column("perceel", sa.Integer(), nullable=False),
        sa.Column("aanbesteding_id", sa.String(), nullable=False),
        sa.Column("aangepast", sa.Boolean(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbesteding_id"], ["aanbestedingen.id"], name=op.f("fk_tweede_beurten_aanbesteding_id")
        ),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_tweede_beurten_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_tweede_beurten_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_tweede_beurten_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_tweede_beurten_inschrijving_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("inschrijving_id", "perceel", name=op.f("pk_tweede_beurten")),
    )
    op.create_index(
        op.f("ix_tweede_beurten_aanbesteding_id"), "tweede_beurten", ["aanbesteding_id"], unique=False
    )
    op.create_index(op.f("ix_tweede_beurten_eigenaar_id"), "tweede_beurten", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_tweede_beurten_gedeeld_met_id"), "tweede_beurten", ["gedeeld_met_id"], unique=False
    )
    op.create_table(
        "vragenbrieven",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("inschrijving_id", sa.String(), nullable=False),
        sa.Column("gebruiker_id", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("tijd", sa.DateTime(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=False),
        sa.Column("vragen", sa.JSON(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("eigenaar_id", sa.String(), nullable=False),
        sa.Column("gedeeld_met_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["eigenaar_id"], ["organisaties.id"], name=op.f("fk_vragenbrieven_eigenaar_id")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_vragenbrieven_gebruiker_id")
        ),
        sa.ForeignKeyConstraint(
            ["gedeeld_met_id"], ["organisaties.id"], name=op.f("fk_vragenbrieven_gedeeld_met_id")
        ),
        sa.ForeignKeyConstraint(
            ["inschrijving_id"],
            ["inschrijvingen.id"],
            name=op.f("fk_vragenbrieven_inschrijving_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vragenbrieven")),
    )
    op.create_index(op.f("ix_vragenbrieven_eigenaar_id"), "vragenbrieven", ["eigenaar_id"], unique=False)
    op.create_index(
        op.f("ix_vragenbrieven_gedeeld_met_id"), "vragenbrieven", ["gedeeld_met_id"], unique=False
    )
    op.create_index(
        op.f("ix_vragenbrieven_inschrijving_id"), "vragenbrieven", ["inschrijving_id"], unique=False
    )
    onveranderlijk.bewaak(op.get_bind())
