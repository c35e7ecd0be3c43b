"""What may be declared where there was no help: no-show, absence, travel (§8.5, §9.7, bijlage XIV)."""
