package doppelpass.deals;

import doppelpass.deals.views.BoardColumn;
import doppelpass.deals.views.DealRow;
import doppelpass.deals.views.Sums;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.Address;
import doppelpass.lists.ListPage;
import doppelpass.lists.Lists;
import doppelpass.web.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Open deals by stage; a card that moves takes its deal along. */
@Controller
class BoardController {
    private final Deals deals;
    private final Pipelines pipelines;
    private final Lists lists;
    private final DealList list;
    private final DealListTable table;
    private final DealChoices choices;

    BoardController(
            Deals deals, Pipelines pipelines, Lists lists, DealList list, DealListTable table, DealChoices choices) {
        this.deals = deals;
        this.pipelines = pipelines;
        this.lists = lists;
        this.list = list;
        this.table = table;
        this.choices = choices;
    }

    @GetMapping(path = "/deals", params = "as=board")
    ModelAndView list(@Me Person me, @RequestParam Map<String, String> asked) {
        return page(me, asked, "");
    }

    @GetMapping("/deals/board")
    ModelAndView board(@Me Person me, @RequestParam Map<String, String> asked) {
        return page(me, asked, "");
    }

    /** From the board it answers with the board as it is then; from the deal's page with that page. */
    @PutMapping("/deals/{id}/stage")
    ModelAndView move(
            @Me Person me,
            @PathVariable long id,
            @RequestParam long stage,
            @RequestHeader(name = "HX-Current-URL", required = false) @Nullable String from) {
        deals.move(id, stage, me.id(), choices.look().now());
        if (from == null) return new ModelAndView("redirect:/deals/" + id);
        Map<String, String> asked = parameters(from);
        // whichever pipeline is the busiest by now: the board stays with the one that is open
        asked.putIfAbsent("pipeline", String.valueOf(pipelines.stage(stage).pipelineId()));
        return page(me, asked, pipelines.stage(stage).name());
    }

    private ModelAndView page(Person me, Map<String, String> asked, String movedTo) {
        List<Pipeline> all = pipelines.all();
        Long wanted = DealFilter.number(asked.get("pipeline"));
        Pipeline pipeline = all.stream()
                .filter(p -> wanted != null && p.id() == wanted)
                .findFirst()
                .orElseGet(() -> table.busiest(all));
        Map<String, String> board = new LinkedHashMap<>(asked);
        board.put("as", "board");
        board.remove("pipeline");
        if (all.size() > 1) board.put("pipeline", Long.toString(pipeline.id()));
        ListPage page = lists.open(list, board, me);
        List<BoardColumn> columns = columns(pipeline, page, me);
        return new ModelAndView("deals/board")
                .addObject("list", page)
                .addObject("kept", kept(page.address()))
                .addObject("pipelines", all)
                .addObject("pipeline", pipeline)
                .addObject("columns", columns)
                .addObject("sums", columns.stream().map(BoardColumn::sums).reduce(Sums.NONE, Sums::plus))
                .addObject("owners", choices.owners())
                .addObject("movedTo", movedTo)
                .addObject("mayWrite", choices.mayWrite(me));
    }

    /** Stages are the board's columns, so the list's own stage is only kept for the way back; a filter that cannot run shows none. */
    private List<BoardColumn> columns(Pipeline pipeline, ListPage page, Person me) {
        if (!page.problems().isEmpty()) return List.of();
        Address address = page.address();
        Map<String, String> asked = kept(address);
        asked.remove("stage");
        Condition shown = DealListTable.within(
                lists.condition(list, new Address(address.listing(), new Asked(asked)), me), pipeline.openStages());
        Map<Long, Sums> sums = table.stageSums(shown);
        Map<Long, List<DealRow>> rows = table.stageDeals(shown, choices.look());
        return pipeline.openStages().stream()
                .map(stage -> new BoardColumn(
                        stage, sums.getOrDefault(stage.id(), Sums.NONE), rows.getOrDefault(stage.id(), List.of())))
                .toList();
    }

    private static Map<String, String> kept(Address address) {
        Map<String, String> kept = new LinkedHashMap<>(address.parameters());
        kept.remove("as");
        kept.remove("month");
        return kept;
    }

    /** Of an address as the browser sends it. */
    private static Map<String, String> parameters(String url) {
        Map<String, String> parameters = new LinkedHashMap<>();
        UriComponentsBuilder.fromUriString(url)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) ->
                        parameters.put(name, value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return parameters;
    }
}
