package doppelpass.deals.views;

import doppelpass.web.Choice;
import java.util.List;

/** Options for the fields of a page. */
public record Offered(
        List<Choice> owners,
        List<Choice> pipelines,
        List<Choice> stages,
        List<String> sources,
        List<Choice> products) {}
