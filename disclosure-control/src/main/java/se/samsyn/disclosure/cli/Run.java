package se.samsyn.disclosure.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One call of {@code protect}.
 *
 * @param insiders whether single respondents are attackers, if the caller says
 * @param cost how hiding is paid for, if the caller says
 * @param threads how many processors at most
 * @param base of rounding, if the caller says
 */
record Run(
    Input input,
    Path out,
    Optional<ProtectCommand.Attackers> insiders,
    Optional<CostRule> cost,
    int threads,
    Optional<Integer> base,
    Optional<Path> certificate,
    Progress progress,
    Texts texts) {}
