package id.aglis.portal.technicians;

import id.aglis.portal.Coded;

/** How experienced a technician is. */
public enum SkillLevel implements Coded {
    JUNIOR, SENIOR, EXPERT, SPECIALIST
}
