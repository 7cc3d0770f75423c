package id.aglis.portal.integration;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that is shipped, under the name that Payara Micro deploys at the root context. */
final class PortalWar {

    private PortalWar() {
    }

    static WebArchive asBuilt() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war").importFrom(new File("target/portal.war")).as(WebArchive.class);
    }
}
