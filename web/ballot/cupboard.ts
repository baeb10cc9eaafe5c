/** Where the page and its worker keep the page itself; answers are never kept there. */
export const CUPBOARD = 'milepost-ballot-1'
