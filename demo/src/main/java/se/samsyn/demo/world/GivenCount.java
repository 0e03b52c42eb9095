package se.samsyn.demo.world;

import se.samsyn.schemas.definition.Period;

/**
 * Children whom an open service has counted itself, since it keeps no records of them.
 *
 * @param level universal, selective or indicated
 */
public record GivenCount(
    Period term,
    String municipality,
    String service,
    String level,
    String ageGroup,
    Sex sex,
    long children) {}
