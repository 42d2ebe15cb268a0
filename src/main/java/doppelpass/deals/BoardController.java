package doppelpass.deals;

import doppelpass.deals.DealListTable.Look;
import doppelpass.deals.views.BoardColumn;
import doppelpass.deals.views.DealRow;
import doppelpass.deals.views.Sums;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import java.util.List;
import java.util.Map;
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
    private final DealListTable list;
    private final DealChoices choices;

    BoardController(Deals deals, Pipelines pipelines, DealListTable list, DealChoices choices) {
        this.deals = deals;
        this.pipelines = pipelines;
        this.list = list;
        this.choices = choices;
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
        return from == null
                ? new ModelAndView("redirect:/deals/" + id)
                : page(me, parameters(from), pipelines.stage(stage).name());
    }

    private ModelAndView page(Person me, Map<String, String> asked, String movedTo) {
        List<Pipeline> all = pipelines.all();
        Long wanted = DealFilter.number(asked.get("pipeline"));
        Pipeline pipeline = all.stream()
                .filter(p -> wanted != null && p.id() == wanted)
                .findFirst()
                .orElse(all.getFirst());
        List<BoardColumn> columns = columns(pipeline, DealFilter.of(asked));
        return new ModelAndView("deals/board")
                .addObject("filter", DealFilter.of(asked))
                .addObject("pipelines", all)
                .addObject("pipeline", pipeline)
                .addObject("columns", columns)
                .addObject("sums", columns.stream().map(BoardColumn::sums).reduce(Sums.NONE, Sums::plus))
                .addObject("owners", choices.owners())
                .addObject("movedTo", movedTo)
                .addObject("mayWrite", choices.mayWrite(me));
    }

    private List<BoardColumn> columns(Pipeline pipeline, DealFilter asked) {
        DealFilter open = new DealFilter(
                asked.q(),
                "",
                asked.owner(),
                asked.company(),
                asked.source(),
                asked.campaign(),
                asked.from(),
                asked.to());
        Look look = choices.look();
        Map<Long, Sums> sums = list.stageSums(open, look.zone());
        Map<Long, List<DealRow>> rows = list.stageDeals(open, look);
        return pipeline.openStages().stream()
                .map(stage -> new BoardColumn(
                        stage, sums.getOrDefault(stage.id(), Sums.NONE), rows.getOrDefault(stage.id(), List.of())))
                .toList();
    }

    private static Map<String, String> parameters(String url) {
        return UriComponentsBuilder.fromUriString(url).build().getQueryParams().toSingleValueMap();
    }
}
