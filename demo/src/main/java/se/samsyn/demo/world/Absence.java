package se.samsyn.demo.world;

import se.samsyn.schemas.definition.Period;

/**
 * A pupil's term.
 *
 * @param grade 0 for the preschool class, 1-12
 */
public record Absence(
    Child child,
    Period term,
    int grade,
    long offeredMinutes,
    long validMinutes,
    long invalidMinutes) {}
