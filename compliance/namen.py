"""What statuses and kinds of findings are called for a reader."""

STATUSNAMEN: dict[str, str] = {
    "strijdig": "Strijdig",
    "ontbreekt": "Ontbreekt",
    "deels": "Deels aangetoond",
    "verklaard": "Alleen verklaard",
    "aangetoond": "Aangetoond",
    "nvt": "Niet van toepassing",
    "onvolledig": "Onvolledig",
    "verlopen": "Verlopen",
    "aanwezig": "Aanwezig",
}
SOORTNAMEN: dict[str, str] = {
    "voorbehoud": "Voorbehoud",
    "perceelcombinatie": "Combinatie van percelen",
    "tariefgroep": "Tariefgroep",
    "financieel": "Financiële draagkracht",
    "te_laat": "Te laat",
    "taal": "Taal",
    "prijs": "Eigen prijs",
    "referentie": "Referentie",
    "kwaliteitssysteem": "Kwaliteitssysteem",
    "intensiteit": "Intensiteit",
    "vervallen_document": "Verlopen document",
    "tegenstrijdig": "Tegenstrijdig",
    "aanbiedingsbrief": "Aanbiedingsbrief",
    "sjabloon_gewijzigd": "Formulier gewijzigd",
    "verborgen_tekst": "Verborgen tekst",
    "onleesbaar": "Niet te lezen",
}
