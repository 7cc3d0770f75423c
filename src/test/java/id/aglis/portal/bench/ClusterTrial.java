package id.aglis.portal.bench;

import java.nio.file.Path;
import java.util.List;

/** Plays one scenario of a cluster, which it starts and warms up itself. */
interface ClusterTrial {

    /** @param log what servers say on standard error */
    List<Figure> run(ClusterContender contender, Extent extent, Path log) throws Exception;
}
