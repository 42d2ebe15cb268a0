package doppelpass.story;

import com.microsoft.playwright.options.FilePayload;
import doppelpass.work.Queue;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The files of the system before, and the way they take through the import pages. */
@Component
public class OldCrm {
    private static final FilePayload[] FILES = {
        file("companies.csv", """
                Record ID,Company Name,Fit,Industry,Employees,City,Country
                C1,Maschinenbau Vogl GmbH,A,Mechanical engineering,240,Passau,DE
                C2,Huber Förderanlagen AG,B,Conveyors,80,Linz,AT
                C3,Café Sonne,D,Catering,4,Passau,DE
                """), file("contacts.csv", """
                Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company ID,Country,Lawful basis
                P1,Julia,Vogl,julia@vogl.example,+49 851 1001,Head of purchasing,C1,DE,legitimate_interest
                P2,Anton,Huber,anton@huber.example,+43 732 2002,Technical director,C2,AT,legitimate_interest
                P3,Petra,Sonne,petra@sonne.example,+49 851 3003,Owner,C3,DE,legitimate_interest
                P4,Karl,Alt,karl@huber.example,+43 732 2004,Retired,C2,AT,legitimate_interest
                """), file("campaigns.csv", """
                Record ID,Campaign Name,Type,Status,Start Date,End Date,Budgeted Cost,Actual Cost
                K1,Motion fair,Trade Show,active,2026-06-01,2026-06-30,4000,3000
                """), file("leads.csv", """
                Record ID,Email,Last Name,Company,Lead Source,Campaign,Channel,Create Date
                L1,julia@vogl.example,Vogl,Maschinenbau Vogl GmbH,Trade fair,Motion fair,event,2026-06-01 09:00
                L2,anton@huber.example,Huber,Huber Förderanlagen AG,Trade fair,Motion fair,event,2026-06-01 09:30
                L3,petra@sonne.example,Sonne,Café Sonne,Website,,direct,2026-05-20 10:00
                L4,karl@huber.example,Alt,Huber Förderanlagen AG,Trade fair,,event,2024-03-04 10:00
                """)
    };

    private final Queue queue;

    OldCrm(Queue queue) {
        this.queue = queue;
    }

    /** Uploads, accepts the suggested mappings one after the other, starts, and waits for the report. */
    public void moveIn(Player player) {
        player.open("/imports").sees("Nothing has been imported yet");
        player.page().getByLabel("Files").setInputFiles(FILES);
        player.fill("Source", "old-crm").press("Upload");
        for (String name : new String[] {"companies.csv", "contacts.csv", "campaigns.csv", "leads.csv"}) {
            player.sees(name, " 0 of them would be refused").press("Use this mapping");
        }
        player.press("Start import").sees("Waiting");
        queue.runUntilIdle();
        player.sees("Done", "4 of 4").doesNotSee("Refused rows and remarks");
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
