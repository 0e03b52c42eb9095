ALTER TABLE account DROP CONSTRAINT account_role_known;
ALTER TABLE account ADD COLUMN agency text REFERENCES agency;
ALTER TABLE account ADD CONSTRAINT account_role_known
  CHECK (role IN ('COORDINATOR', 'STEERING', 'AGENCY'));
ALTER TABLE account ADD CONSTRAINT account_agency_with_its_role
  CHECK ((role = 'AGENCY') = (agency IS NOT NULL));

COMMENT ON COLUMN account.agency IS 'Whose own figures the person may see; only with the role AGENCY.';
