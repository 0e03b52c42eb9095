package se.samsyn.disclosure.cube;

import java.util.List;
import java.util.Map;

/**
 * A cell that is hidden because of what was shown before, whatever stands in it.
 *
 * @param cell of the cube
 * @param rooms per layer what an attacker must be left with
 * @param rests the same for what a filtered count leaves of its base, by the filtered count's layer
 */
public record KeptBack(int cell, List<Room> rooms, Map<Integer, Room> rests) {
  public KeptBack {
    rooms = List.copyOf(rooms);
    rests = Map.copyOf(rests);
  }
}
