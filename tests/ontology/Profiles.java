// Prints, for each OWL 2 profile asked for, its name and whether the ontology lies within it, then the violations.
// Usage: java -cp HermiT.jar Profiles.java FILE.   The OWL API is the one inside HermiT.jar.

import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileReport;

public class Profiles {
    public static void main(String[] arguments) throws Exception {
        OWLOntology ontology =
                OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(arguments[0]));
        for (OWLProfile profile : new OWLProfile[] {new OWL2DLProfile(), new OWL2RLProfile()}) {
            OWLProfileReport report = profile.checkOntology(ontology);
            System.out.println(profile.getName() + ": " + report.isInProfile());
            report.getViolations().forEach(violation -> System.out.println("  " + violation));
        }
    }
}
