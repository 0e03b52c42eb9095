package se.samsyn.demo.world;

import java.util.List;

/**
 * All that is true in the invented county: the records as they happened, before any agency's system
 * spells them in its own way and adds its errors. Tests recompute the joint figures from here.
 */
public record World(
    List<Child> children,
    List<TsiCase> cases,
    List<Intervention> interventions,
    List<Absence> absences,
    List<Referral> referrals,
    List<Contact> contacts,
    List<GivenCount> givenCounts) {
  public World {
    children = List.copyOf(children);
    cases = List.copyOf(cases);
    interventions = List.copyOf(interventions);
    absences = List.copyOf(absences);
    referrals = List.copyOf(referrals);
    contacts = List.copyOf(contacts);
    givenCounts = List.copyOf(givenCounts);
  }

  /** The county that {@code seed} makes; the same seed always makes the same one. */
  public static World of(long seed) {
    List<Child> children = PopulationMaker.make(new Chance(seed, "population"));
    JointWorkMaker joint = new JointWorkMaker(children, new Chance(seed, "joint work"));
    joint.make();
    SocialServicesMaker social =
        new SocialServicesMaker(children, new Chance(seed, "social services"));
    social.make();
    List<Intervention> interventions = new java.util.ArrayList<>(joint.interventions());
    interventions.addAll(social.interventions());
    return new World(
        children,
        joint.cases(),
        interventions,
        SchoolMaker.make(children, new Chance(seed, "school")),
        social.referrals(),
        HealthCareMaker.make(children, new Chance(seed, "health care")),
        social.givenCounts());
  }
}
