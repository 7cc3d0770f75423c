package id.aglis.portal.analytics;

import id.aglis.portal.identity.Allowed;
import id.aglis.portal.identity.Permission;
import id.aglis.portal.web.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Figures over HTTP. Windows are {@value #DAYS} days unless something else is asked for, and at most {@value #MAX_DAYS}. */
@Path("/analytics/dashboard")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnalyticsResource {

    private static final int DAYS = 30;
    /** A year with its 29 February, and today. */
    private static final int MAX_DAYS = 366;
    private static final int ACTIVITIES = 50;
    private static final int MAX_ACTIVITIES = 200;

    @Inject
    private Analytics analytics;
    @Inject
    private Trends trends;

    @GET
    @Path("/overview")
    @Allowed(Permission.DASHBOARD_VIEW)
    public OverviewView overview(@QueryParam("timeframe") String timeframe) {
        return analytics.overview(bounded("timeframe", timeframe, DAYS, MAX_DAYS));
    }

    @GET
    @Path("/recent-activities")
    @Allowed(Permission.DASHBOARD_VIEW)
    public List<ActivityView> activities(@QueryParam("limit") String limit) {
        return analytics.activities(bounded("limit", limit, ACTIVITIES, MAX_ACTIVITIES));
    }

    @GET
    @Path("/ticket-trends")
    @Allowed(Permission.ANALYTICS_VIEW)
    public List<DayView> trends(@QueryParam("days") String days) {
        return trends.byDay(bounded("days", days, DAYS, MAX_DAYS));
    }

    @GET
    @Path("/service-distribution")
    @Allowed(Permission.ANALYTICS_VIEW)
    public List<TypeShare> serviceDistribution(@QueryParam("days") String days) {
        return analytics.serviceDistribution(bounded("days", days, DAYS, MAX_DAYS));
    }

    @GET
    @Path("/priority-analysis")
    @Allowed(Permission.ANALYTICS_VIEW)
    public List<PriorityView> priorities(@QueryParam("days") String days) {
        return trends.byPriority(bounded("days", days, DAYS, MAX_DAYS));
    }

    private static int bounded(String name, String text, int fallback, int max) {
        Form form = new Form();
        int number = form.whole(name, text, fallback, 1, max);
        form.refuseIfWrong();
        return number;
    }
}
