import { storeContract } from './contract.ts';
import { retentionContract } from './contract-retention.ts';
import { drivers } from './drivers.ts';

for (const driver of drivers) {
  storeContract(driver);
  retentionContract(driver);
}
