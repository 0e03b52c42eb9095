package se.samsyn.demo.world;

import java.time.LocalDate;

/** A child that an office began to assess. */
public record OfficeCase(
    int person, int birthYear, Sex sex, String municipality, LocalDate start, String level) {}
