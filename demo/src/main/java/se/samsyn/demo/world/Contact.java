package se.samsyn.demo.world;

import java.time.LocalDate;

/**
 * A contact with health care.
 *
 * @param service a code of {@code contact.service}
 * @param contactType visit, phone, digital or group
 */
public record Contact(Child child, LocalDate date, String service, String contactType) {}
