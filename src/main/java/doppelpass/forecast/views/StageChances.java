package doppelpass.forecast.views;

import doppelpass.forecast.Chance;
import java.util.List;

/** A stage with its chances by age. */
public record StageChances(String pipeline, String stage, List<Chance> chances) {}
