package doppelpass.campaigns;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CampaignsMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(Section.RECORDS, 40, "campaigns.title", "/campaigns", "speakerphone"),
                new Entry(Section.RECORDS, 50, "campaigns.costs", "/costs", "receipt-2"));
    }
}
