"""The catalogue as a graph by DCAT-AP 3, the profile in which European and many other portals exchange catalogues."""
