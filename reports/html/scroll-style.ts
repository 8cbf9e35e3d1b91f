/**
 * Boxes that scroll show it: a shadow lies at each edge behind which there is more. The shadows stay where they are, and
 * what covers them moves with the content, so that none is left at an edge that is reached. Those of the sides lie above: in a box of one line the others cover all of it.
 */
export const scrollStyle = `
pre, .wide, .margin:has(.filters) {
--cover: var(--paper);
background:
linear-gradient(90deg, var(--cover) 40%, transparent) 0 0 / 2rem 100% no-repeat local,
linear-gradient(90deg, transparent, var(--cover) 60%) 100% 0 / 2rem 100% no-repeat local,
linear-gradient(90deg, var(--shade), transparent) 0 0 / .6rem 100% no-repeat scroll,
linear-gradient(90deg, transparent, var(--shade)) 100% 0 / .6rem 100% no-repeat scroll,
linear-gradient(var(--cover) 40%, transparent) 0 0 / 100% 2rem no-repeat local,
linear-gradient(transparent, var(--cover) 60%) 0 100% / 100% 2rem no-repeat local,
linear-gradient(var(--shade), transparent) 0 0 / 100% .6rem no-repeat scroll,
linear-gradient(transparent, var(--shade)) 0 100% / 100% .6rem no-repeat scroll,
var(--cover);
}
pre { --cover: var(--well); }
`;
