package se.samsyn.demo.world;

import java.time.LocalDate;

/**
 * A notification or an application that social services received.
 *
 * @param type notification or application
 * @param reporter a code of {@code referral.reporter}
 */
public record Referral(
    Child child, LocalDate received, String type, String reporter, boolean investigationOpened) {}
