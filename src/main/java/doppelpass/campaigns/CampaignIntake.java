package doppelpass.campaigns;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import doppelpass.database.IntakeField.Type;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Campaigns from files; their actual cost becomes a marketing cost spread over the days they ran. */
@Component
class CampaignIntake implements Intake {
    private static final String COST = """
            select {import} as import_id, {system} as source_system, 'campaign:' || s.source_id as source_id, 'marketing' as function,
              coalesce(s.record_id, s.new_id) as campaign_id, s.channel, s.cost as amount_minor,
              coalesce(s.starts_on, s.created_at::date, {now}::date) as from_day,
              greatest(coalesce(s.ends_on, s.starts_on, s.created_at::date, {now}::date),
                coalesce(s.starts_on, s.created_at::date, {now}::date)) as to_day
            from {s} s where s.cost is not null""";
    private static final String CHANGED = """
            select c.id from campaigns.cost c join (%s) n on n.source_system = c.source_system and n.source_id = c.source_id
            where c.replaced_at is null
              and (c.amount_minor, c.from_day, c.to_day) is distinct from (n.amount_minor, n.from_day, n.to_day)""".formatted(COST);

    @Override
    public String object() {
        return "campaign";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String table() {
        return "campaigns.campaign";
    }

    @Override
    public String keys() {
        return "campaigns.campaign_key";
    }

    @Override
    public String recorded() {
        return "recorded_at";
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                text("name", 300).must(),
                text("type", 200).said("campaigns.type.", CampaignForm.TYPES).staged(),
                choice("channel", Channel.codes().toArray(String[]::new))
                        .said("timeline.channel.")
                        .staged(),
                choice("status", "planned", "active", "done", "cancelled")
                        .said("campaigns.status.")
                        .staged(),
                IntakeField.of("starts_on", Type.DATE),
                IntakeField.of("ends_on", Type.DATE),
                IntakeField.of("budget", Type.MONEY).into("budget_minor"),
                IntakeField.of("expected_revenue", Type.MONEY).into("expected_revenue_minor"),
                IntakeField.of("cost", Type.MONEY).staged(),
                text("goal", 1000),
                link("owner", "person"),
                IntakeField.of("created_at", Type.TIME).staged());
    }

    @Override
    public Map<String, String> derived() {
        return Map.of(
                "type", "coalesce(s.type, 'Others')",
                "channel", "coalesce(s.channel, 'other')",
                "status", "coalesce(s.status, 'planned')");
    }

    @Override
    public Map<String, String> initial() {
        return Map.of("created_at", "coalesce(s.created_at, {now})");
    }

    @Override
    public Map<String, String> contradictions() {
        return Map.of("ends_on", "s.ends_on < s.starts_on", "budget", "s.budget < 0");
    }

    @Override
    public void follow(IntakeBatch batch) {
        batch.keep("campaigns.cost", CHANGED);
        batch.execute("update campaigns.cost set replaced_at = {now} where id in (" + CHANGED + ")");
        batch.execute("""
                insert into campaigns.cost (import_id, source_system, source_id, function, campaign_id, channel, amount_minor,
                  from_day, to_day)
                select * from (%s) n where not exists (select from campaigns.cost c
                  where c.source_system = n.source_system and c.source_id = n.source_id and c.replaced_at is null)""".formatted(COST));
    }
}
