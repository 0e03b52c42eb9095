package se.samsyn.disclosure.spec;

import java.util.List;

/** The true figures of some measures on one cube. */
record Figures(CodedCube cube, List<Measured> measures) {}
