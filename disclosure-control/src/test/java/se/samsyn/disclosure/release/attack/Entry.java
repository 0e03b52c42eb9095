package se.samsyn.disclosure.release.attack;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * One record as an agency holds it.
 *
 * @param person within the agency
 * @param revisions of the agency's delivery that it is in
 * @param meets the filtered concepts whose filter it meets
 * @param amounts by concept
 */
record Entry(
    String agency,
    int person,
    Set<Integer> revisions,
    LocalDate day,
    Map<String, String> classes,
    Set<String> meets,
    Map<String, Long> amounts) {}
