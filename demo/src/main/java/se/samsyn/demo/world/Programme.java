package se.samsyn.demo.world;

import java.util.List;

/**
 * A local programme of the joint work: who starts it, for whom, and how many children it reaches in
 * a term. Most reach 5-15 children, a few about 50 and one, universal, about 200.
 */
record Programme(
    String municipality, Actor initiator, String level, int children, int fromAge, int toAge) {
  static final List<Programme> ALL =
      List.of(
          new Programme("3080", Actor.SCHOOL, "universal", 200, 6, 8),
          new Programme("3080", Actor.SCHOOL, "selective", 50, 7, 15),
          new Programme("3080", Actor.SCHOOL, "indicated", 15, 12, 15),
          new Programme("3080", Actor.SCHOOL, "indicated", 12, 7, 12),
          new Programme("3080", Actor.SOCIAL_SERVICES, "selective", 48, 5, 16),
          new Programme("3080", Actor.SOCIAL_SERVICES, "indicated", 11, 13, 17),
          new Programme("3080", Actor.SOCIAL_SERVICES, "indicated", 8, 2, 6),
          new Programme("3080", Actor.HEALTH_CARE, "selective", 45, 1, 12),
          new Programme("3080", Actor.HEALTH_CARE, "indicated", 13, 12, 17),
          new Programme("3017", Actor.SCHOOL, "indicated", 10, 7, 16),
          new Programme("3017", Actor.SOCIAL_SERVICES, "selective", 14, 6, 16),
          new Programme("3017", Actor.HEALTH_CARE, "indicated", 7, 3, 12),
          new Programme("3024", Actor.SCHOOL, "selective", 12, 6, 12),
          new Programme("3024", Actor.SCHOOL, "indicated", 6, 13, 16),
          new Programme("3035", Actor.SOCIAL_SERVICES, "indicated", 6, 8, 17),
          new Programme("3046", Actor.SCHOOL, "indicated", 5, 7, 15));
}
